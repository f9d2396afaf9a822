package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with guided scripts. Whatever was done is durable when the answer comes. */
public sealed interface ScriptRequest extends Request<ScriptRequest.Outcome> {
  Asker asker();

  /**
   * Who asks.
   *
   * @param user of the tenant
   * @param agent whose calls alone he sees; null: all of the tenant
   * @param language code in which he reads
   */
  record Asker(TenantId tenant, String user, @Nullable AgentId agent, String language) {}

  /** Which scripts there are. */
  record ListScripts(Asker asker) implements ScriptRequest {}

  /** Begins a script for a call; where it is open for this call already, that one goes on. */
  record Begin(Asker asker, CallId call, String script) implements ScriptRequest {}

  /** How a run stands. */
  record Look(Asker asker, String run) implements ScriptRequest {}

  /** Answers the page of this number, which must be the one at hand. */
  record Answer(Asker asker, String run, int page, String answer) implements ScriptRequest {}

  /** Goes back from the page of this number, which must be the one at hand, to the page before it. */
  record Back(Asker asker, String run, int page) implements ScriptRequest {}

  /** What came of it. */
  sealed interface Outcome {
    record Listed(List<Listing> scripts) implements Outcome {}

    record Stands(Run run) implements Outcome {}

    /** {@code about} fills the sentence of the reason, in the asker's language. */
    record Refused(Reason reason, String about) implements Outcome {}
  }

  /** Why something is not done. */
  enum Reason {
    UNKNOWN_CALL, UNKNOWN_SCRIPT, UNKNOWN_RUN, NOT_YOUR_CALL, ANOTHER_PAGE, WRONG_ANSWER, FIRST_PAGE, SCRIPT_OVER
  }

  /** {@code queues}: for whose calls it is proposed. */
  record Listing(String script, String title, List<String> queues) {}

  /**
   * A run as it stands. Texts are in the asker's language.
   *
   * @param state {@code showing}, {@code looking_up}, {@code done} or {@code broken}
   * @param page the one at hand; null: none is
   * @param path what was answered, in its order
   * @param outcome what it came to; null: nothing yet
   * @param why of a broken one; else empty
   */
  record Run(
      String run, CallId call, String script, String title, String state, @Nullable Page page, List<Past> path, @Nullable Reached outcome,
      String why) {}

  /**
   * A page to be answered.
   *
   * @param page its number
   * @param kind {@code ask}, {@code choose}, {@code note}, {@code knowledge} or {@code show}
   * @param toCaller of {@code ask}, {@code choose} and {@code show}: the text in the caller's language
   * @param type of {@code ask}: {@code text}, {@code integer}, {@code number}, {@code date} or {@code flag}; else empty
   * @param optional it may be answered with nothing
   * @param least of what may be answered, {@code most} likewise; null: no limit
   * @param choices of {@code choose}
   * @param link of {@code knowledge}; else empty
   * @param first there is none before it
   */
  record Page(
      int page, String kind, String text, String toCaller, String type, boolean optional, @Nullable String least, @Nullable String most,
      List<Choice> choices, String link, boolean first) {}

  /** {@code choice}: what is answered; {@code label}: what stands on the button. */
  record Choice(String choice, String label) {}

  /** A page that was answered. {@code shown}: the answer for people. */
  record Past(int page, String kind, String text, String answer, String shown) {}

  /** {@code script}: whose outcome it is; {@code label} in the asker's language. */
  record Reached(String script, String code, String label) {}
}
