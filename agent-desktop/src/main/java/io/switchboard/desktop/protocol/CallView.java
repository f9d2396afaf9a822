package io.switchboard.desktop.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The call that is offered to the agent, that he talks in or wraps up.
 *
 * @param id of the interaction
 * @param offer the id of the offer by which he has it, or empty where he dialled it
 * @param talkSinceMs since when he talks, holds included; null: he does not yet
 * @param number of the other side in E.164; empty: withheld
 * @param called the number that was called
 * @param waitedMs how long he had waited when it was offered
 * @param chosen what he chose in menus, in order
 * @param known what his flow knows of him
 * @param customer who it is, where exactly one is known by this number
 * @param matches who it may be, where several are
 * @param notes what other agents wrote of it, in order
 * @param script the guided script that is proposed, or null
 * @param muted the platform lets nobody in the talk hear him; a page that mutes itself is not meant
 * @param can what the server would accept now
 */
public record CallView(
    String id, String offer, Direction direction, CallState state, long sinceMs, @Nullable Long talkSinceMs, String queue, String queueTitle,
    String number, String callerName, String language, String called, String valueClass, long waitedMs, List<Chosen> chosen,
    Map<String, String> known, @Nullable CustomerCard customer, List<CustomerCard> matches, Lookup lookup, List<NoteView> notes,
    String whyTextEn, String whyTextZh, @Nullable String script, RecordingView recording, boolean muted, List<PartyView> parties,
    List<Verb> can) {

  public enum Direction { IN, OUT, CONSULT, CALLBACK }

  public enum CallState { OFFERED, RINGING, TALKING, HELD, WRAP_UP }

  /** How far the search for the customer is. */
  public enum Lookup { PENDING, DONE, FAILED }

  /** {@code answer}: the key. */
  public record Chosen(String step, String answer, String ledTo) {}

  /** {@code agent}: his name, as people know it. {@code codeEn}: of his wrap-up, or empty; {@code text}: or empty. */
  public record NoteView(String agent, String codeEn, String codeZh, String text, long atMs) {}

  public record RecordingView(RecordingState state, boolean canStart, boolean canPause) {}

  public enum RecordingState { OFF, ON, PAUSED }

  public record PartyView(PartyRole role, String name, String number, PartyState state) {}

  public enum PartyRole { CUSTOMER, AGENT, OUTSIDE }

  public enum PartyState { TALKING, HELD, RINGING, GONE }
}
