package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code voicemail}: says prompts and records what the caller says after the beep. A key cuts the prompts; # ends the message.
 *
 * @param queue whose agents hear it, by its name within the caller's tenant
 * @param prompts at least one
 * @param mostMs after which the message ends, in milliseconds
 * @param next he ended his message, or said nothing any more
 */
public record Voicemail(String queue, List<Saying> prompts, long mostMs, String next) implements Step {
  public static final String VERB = "voicemail";
  public static final long MOST_MS = 180_000;
  /** So much silence ends a message. */
  public static final long SILENCE_MS = 5_000;

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/voicemail/next", next));
  }

  @Override
  public List<Spoken> says() {
    return Saying.spoken("/voicemail/prompts", prompts);
  }

  @Override
  public void enter(Turn turn) {
    turn.voicemail(this);
  }
}
