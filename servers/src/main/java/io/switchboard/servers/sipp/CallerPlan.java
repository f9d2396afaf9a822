package io.switchboard.servers.sipp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What callers do.
 *
 * @param host where Asterisk listens, an IPv4 address
 * @param port its UDP port for SIP
 * @param who the n-th call from 0; of a standing population the first {@value SippCallers#IDENTITIES} are used in turn
 * @param speechMs how long he speaks after his keys, or after the answer; 0: he is silent. Only where we may send raw packets
 * @param silentMs for how long he then sends silence
 * @param voice what he says after his keys, over and over: a file of µ-law at 8 kHz without a header. His keys go by SIP INFO then
 * @param audio ports at which the callers hear, one for each call; who presses keys there is theirs to decide. Empty: nobody listens
 * @param lingerMs for how long after the end of a call he still answers what is sent again (RFC 3261, timer J); a busy server may need seconds
 */
public record CallerPlan(
    String host, int port, IntFunction<Dialling> who, List<Keys> keys, int speechMs, int silentMs, Optional<Path> voice, int lingerMs,
    Stay stay, List<Integer> audio) {
  private static final int LINGER_MS = 50;

  public CallerPlan {
    keys = List.copyOf(keys);
    audio = List.copyOf(audio);
    if (voice.isPresent() && speechMs > 0) {
      throw new IllegalArgumentException("callers say words or sound a tone, not both");
    }
    if (!audio.isEmpty() && (!keys.isEmpty() || speechMs > 0 || voice.isPresent())) {
      throw new IllegalArgumentException("callers who hear press and speak where they hear, not by the scenario");
    }
  }

  /** Calls one number, presses nothing, and waits to be hung up. */
  public static CallerPlan to(int port, String dialled) {
    return new CallerPlan("127.0.0.1", port, call -> new Dialling("55500" + call, dialled, "Caller " + call), List.of(), 0, 0,
        Optional.empty(), LINGER_MS, Stay.untilHungUp(), List.of());
  }

  public CallerPlan who(IntFunction<Dialling> each) {
    return new CallerPlan(host, port, each, keys, speechMs, silentMs, voice, lingerMs, stay, audio);
  }

  public CallerPlan pressing(Keys... each) {
    return new CallerPlan(host, port, who, List.of(each), speechMs, silentMs, voice, lingerMs, stay, audio);
  }

  public CallerPlan staying(Stay time) {
    return new CallerPlan(host, port, who, keys, speechMs, silentMs, voice, lingerMs, time, audio);
  }

  /** Speaks for so many milliseconds after his last key, and is then silent; together no longer than his call. */
  public CallerPlan speaking(int ms, int thenSilentMs) {
    return new CallerPlan(host, port, who, keys, ms, thenSilentMs, voice, lingerMs, stay, audio);
  }

  /** Says this after his last key, and again and again. */
  public CallerPlan saying(Path words) {
    return new CallerPlan(host, port, who, keys, speechMs, silentMs, Optional.of(words), lingerMs, stay, audio);
  }

  /** The n-th call hears at the n-th of these ports of the loopback address; no more calls are placed than there are ports. */
  public CallerPlan hearingAt(List<Integer> ports) {
    return new CallerPlan(host, port, who, keys, speechMs, silentMs, voice, lingerMs, stay, ports);
  }

  /** Answers what is sent again for so long after the end of his call. */
  public CallerPlan lingering(int ms) {
    return new CallerPlan(host, port, who, keys, speechMs, silentMs, voice, ms, stay, audio);
  }
}
