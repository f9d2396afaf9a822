package io.switchboard.core.line;

/**
 * A way to the public network.
 *
 * @param name as events and configuration speak of it
 * @param host of the provider; by {@code ADDRESS} calls from it are ours, by {@code REGISTRATION} we sign in there
 * @param user and {@code secret}: for registration and for calls out; empty where the provider knows us by address
 * @param numbers how this provider writes numbers
 */
public record Trunk(String name, Mode mode, String host, int port, String user, String secret, NumberPlan numbers) {
  public enum Mode {
    REGISTRATION,
    ADDRESS
  }
}
