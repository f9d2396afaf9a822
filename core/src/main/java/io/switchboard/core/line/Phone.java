package io.switchboard.core.line;

import java.util.List;

/** What can be rung. */
public sealed interface Phone {
  /** The SIP endpoint of a phone that registers with, or is configured in, our Asterisk. */
  record Endpoint(String name) implements Phone {}

  /** A number in the public network, in E.164 (with +), dialled over the first of these trunks that takes the call. */
  record Number(String e164, List<String> trunks) implements Phone {}

  /** A SIP address, e.g. {@code sip:desk@pbx.example:5060}, dialled as this trunk. */
  record Sip(String address, String trunk) implements Phone {}
}
