package io.switchboard.core.line;

import java.util.List;

/**
 * A way to the public network.
 *
 * @param name as events and configuration speak of it
 * @param host of the provider; by {@code ADDRESS} calls from it are ours, by {@code REGISTRATION} we sign in there
 * @param user and {@code secret}: for registration and for calls out; empty where the provider knows us by address
 * @param numbers how this provider writes numbers
 * @param transferTo hosts of SIP addresses that calls may be transferred to over it; see {@link SipDestinations}
 */
public record Trunk(
    String name, Mode mode, String host, int port, String user, String secret, NumberPlan numbers, List<String> transferTo) {
  public Trunk {
    transferTo = List.copyOf(transferTo);
  }

  /** For telephone numbers alone. */
  public Trunk(String name, Mode mode, String host, int port, String user, String secret, NumberPlan numbers) {
    this(name, mode, host, port, user, secret, numbers, List.of());
  }


  /** What the telephone server knows of it. */
  public Trunk asLine() {
    return new Trunk(name, mode, host, port, user, secret, numbers);
  }

  public enum Mode {
    REGISTRATION,
    ADDRESS
  }
}
