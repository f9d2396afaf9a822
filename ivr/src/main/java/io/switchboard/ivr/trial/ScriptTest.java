package io.switchboard.ivr.trial;

import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.script.Contact;
import java.util.List;
import java.util.Map;

/**
 * What an agent does in a script, and what must come of it.
 *
 * @param file in which it stands
 * @param name for people
 * @param script that he begins
 * @param acts in their order
 */
public record ScriptTest(String file, String name, String script, World world, List<Placed> acts) {

  /**
   * What is around the script.
   *
   * @param contact the call
   * @param reads the language that the agent reads
   * @param atMs when it begins, in milliseconds since the epoch
   * @param lookups name → what they give, one after the other; the last one again and again
   */
  public record World(Contact contact, String reads, long atMs, Map<String, List<Found>> lookups) {}

  /** {@code line} in the file, from 1. */
  public record Placed(int line, Act act) {}

  /** What the agent does, or what he must see. */
  public sealed interface Act {
    /** These words stand on the page at hand. */
    record Shows(String words) implements Act {}

    /** "" where there is nothing to answer. */
    record Answers(String answer) implements Act {}

    /** This answer is not taken. */
    record Refuses(String answer) implements Act {}

    record Back() implements Act {}

    /** The script is over, with this outcome. */
    record Outcome(String code) implements Act {}

    /** He is at this step, written {@code script/step}. */
    record At(String step) implements Act {}

    /** These variables of the script at hand hold these values. */
    record Knows(Map<String, String> values) implements Act {}
  }
}
