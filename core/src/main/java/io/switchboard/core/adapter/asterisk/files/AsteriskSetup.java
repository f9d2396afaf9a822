package io.switchboard.core.adapter.asterisk.files;

import io.switchboard.core.adapter.asterisk.AmiAddress;
import io.switchboard.core.line.Trunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an Asterisk for Switchboard must know.
 *
 * @param systemName begins every unique id, so that ids of several servers differ: 1 to 20 letters and digits
 * @param places where things lie; only an Asterisk of our own needs it
 * @param sip where SIP is spoken, UDP
 * @param rtp ports of media
 * @param ami where the manager interface listens, and the login that it grants; it accepts connections from {@code platform} only
 * @param platform address from which the platform connects, as Asterisk sees it
 * @param browsers where Asterisk's own HTTP server lets browser phones in, on loopback: only the platform connects there; empty where there
 *     are none
 * @param qualifyS how often a trunk or registered phone is asked whether it is there, in seconds; one that does not answer is not tried.
 *     0 never asks
 * @param music music class → directory of sound files; one is named {@code default}
 * @param phones agents' phones, by the name of their endpoint
 */
public record AsteriskSetup(
    String systemName, Places places, Listen sip, Ports rtp, AmiAddress ami, Optional<Listen> browsers, String platform, int qualifyS,
    Map<String, Path> music, List<Trunk> trunks, List<PhoneAccount> phones) {

  /** Without browser phones. */
  public AsteriskSetup(
      String systemName, Places places, Listen sip, Ports rtp, AmiAddress ami, String platform, int qualifyS, Map<String, Path> music,
      List<Trunk> trunks, List<PhoneAccount> phones) {
    this(systemName, places, sip, rtp, ami, Optional.empty(), platform, qualifyS, music, trunks, phones);
  }

  /**
   * @param config holds the files themselves
   * @param modules of the Asterisk that is run
   * @param data its documentation and sounds
   * @param state holds what it writes: run, log, spool and its database; short, for a socket's path in it has at most 107 characters
   */
  public record Places(Path config, Path modules, Path data, Path state) {}

  /** An address of our own to listen on. */
  public record Listen(String host, int port) {}

  /** From the first to the last, both included. */
  public record Ports(int first, int last) {}

  /** How an agent's phone is reached. A phone that signs in has the endpoint's name as its user. */
  public sealed interface PhoneAccount {
    String endpoint();

    /** A phone that signs in with a secret. */
    record Registering(String endpoint, String secret) implements PhoneAccount {}

    /**
     * A phone at a fixed address.
     *
     * @param user who is dialled there; empty: the address alone
     */
    record Fixed(String endpoint, String user, String host, int port) implements PhoneAccount {}

    /** A phone in a page. It signs in with a secret that is given to each of its sessions and stands in no file. */
    record Browser(String endpoint) implements PhoneAccount {}
  }
}
