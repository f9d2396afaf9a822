package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code transfer}: connects the caller with a number or a SIP address outside. Keys that he presses while it rings are kept for the next menu.
 *
 * @param ringMs how long it may ring, in milliseconds
 * @param busy it is busy
 * @param noAnswer it rang for as long as it may
 * @param failed no trunk took the call, or it may not be dialled
 * @param next they talked, and the called party hung up
 */
public record Transfer(To to, long ringMs, String busy, String noAnswer, String failed, String next) implements Step {
  /** Where to. */
  public sealed interface To {
    /** As it was written. */
    String written();

    /** {@code e164}: with its +. */
    record Number(String e164) implements To {
      @Override
      public String written() {
        return e164;
      }
    }

    /** {@code trunk}: as which it is dialled, e.g. {@code sip:desk@pbx.example}. */
    record Sip(String address, String trunk) implements To {
      @Override
      public String written() {
        return address;
      }
    }
  }

  public static final String VERB = "transfer";
  public static final long RING_MS = 30_000;

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(
        Branch.on("/transfer/busy", busy),
        Branch.on("/transfer/no_answer", noAnswer),
        Branch.on("/transfer/failed", failed),
        Branch.on("/transfer/next", next));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.transfer(this);
  }
}
