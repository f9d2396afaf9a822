package io.switchboard.core.line;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which SIP addresses calls may be transferred to over one trunk. Nothing that is not listed: a host that takes any number is a way around
 * {@link Destinations}.
 *
 * @param hosts {@code host} or {@code host:port}; without a port, {@value #PORT}
 * @param numbers how an address is told that is a telephone number
 */
public record SipDestinations(List<String> hosts, NumberPlan numbers) {
  /** Nothing is listed. */
  public static final SipDestinations NONE = new SipDestinations(List.of(), new NumberPlan("", ""));

  /** What a SIP address looks like; no header, no parameter, nothing that a dialplan reads. */
  public static final String ADDRESS = "sip:([A-Za-z0-9_.+-]{1,64})@([A-Za-z0-9][A-Za-z0-9.-]{0,252})(?::([1-9][0-9]{0,4}))?";

  static final int PORT = 5060;
  private static final Pattern SIP = Pattern.compile(ADDRESS);
  /** An extension of a telephone system is shorter. */
  private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]{7,}");

  public SipDestinations {
    hosts = List.copyOf(hosts);
  }

  /** The address with its port; empty where its host is not listed. One without a port takes the one that is listed with its host. */
  public Optional<String> resolve(String address) {
    Matcher sip = SIP.matcher(address);
    if (!sip.matches()) {
      return Optional.empty();
    }
    return hosts.stream().map(listed -> listed.contains(":") ? listed : listed + ":" + PORT)
        .filter(listed -> sip.group(3) == null
            ? listed.regionMatches(true, 0, sip.group(2) + ":", 0, sip.group(2).length() + 1)
            : listed.equalsIgnoreCase(sip.group(2) + ":" + sip.group(3)))
        .findFirst().map(listed -> "sip:" + sip.group(1) + "@" + listed);
  }

  /** The telephone number, in E.164, as which the address would be dialled, where it is one; it must be allowed as such, too. */
  public Optional<String> number(String address) {
    Matcher sip = SIP.matcher(address);
    String user = sip.matches() ? sip.group(1).replaceAll("[.-]", "") : "";
    return TELEPHONE.matcher(user).matches() ? Optional.of(numbers.called(user)) : Optional.empty();
  }
}
