package io.switchboard.ivr.trial;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.ivr.lookup.Found;
import java.util.List;
import java.util.Map;

/**
 * What a caller does in a flow, and what must come of it.
 *
 * @param file in which it stands
 * @param name for people
 * @param flow with which the call begins
 * @param acts in their order
 */
public record FlowTest(String file, String name, String flow, World world, List<Placed> acts) {

  /**
   * What is around the flow.
   *
   * @param number the caller's, in E.164 or empty
   * @param called our number, in E.164
   * @param language in which the call begins
   * @param atMs when it begins, in milliseconds since the epoch
   * @param lookups name → what they give, one after the other; the last one again and again
   * @param queues name → how they stand
   */
  public record World(
      String number, String called, String language, long atMs, Map<String, List<Found>> lookups, Map<String, Standing> queues) {}

  /** How a queue stands; {@code expectedS} is -1 where it is not known. */
  public record Standing(int waiting, int agents, int ready, int expectedS) {
    /** Somebody is ready. */
    public static final Standing FREE = new Standing(0, 1, 1, 0);
  }

  /** {@code line} in the file, from 1. */
  public record Placed(int line, Act act) {}

  /** What happens, or what must have come of it. */
  public sealed interface Act {
    /** Exactly this was said since the last time that something happened. */
    record Hears(List<Words> said) implements Act {}

    record Presses(String keys) implements Act {}

    record Silent() implements Act {}

    record HangsUp() implements Act {}

    /** An agent answers. */
    record Talks() implements Act {}

    /** The message, or the recording, is over. {@code enough} false: he said nothing, or too little to be kept. */
    record SpeaksMessage(boolean enough) implements Act {}

    /** The agent ends the talk. */
    record AgentHangsUp() implements Act {}

    /** He is with this queue now. */
    record InQueue(String queue) implements Act {}

    record Refused(QueueRefusal reason) implements Act {}

    /** {@code key} that he presses, {@code rule} of overflow, or empty. */
    record Leaves(QueueExit exit, String key, String rule) implements Act {}

    /** This number is dialled for him. */
    record Transferred(String number) implements Act {}

    record TransferEnds(TransferEnding ending) implements Act {}

    record Callback(boolean booked) implements Act {}

    record Ends(Ending ending) implements Act {}

    /** These variables hold these values now. */
    record Knows(Map<String, String> values) implements Act {}

    /** He is at this step, written {@code flow/step}. */
    record At(String step) implements Act {}
  }

  /** What is heard: a prompt by its id, or words that are contained in what is heard. */
  public record Words(String prompt, String text) {}
}
