package io.switchboard.core.line;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.List;
import java.util.Set;

/**
 * Which numbers outside a tenant's calls may be transferred to.
 *
 * @param prefixes beginnings of numbers in E.164, e.g. {@code +49}; none: every number. A number that somebody earns by (premium rate and the
 *     like) must be named by a beginning of {@value #NAMED} characters or more
 */
public record Destinations(List<String> prefixes) {
  /** Nothing is listed. */
  public static final Destinations UNLISTED = new Destinations(List.of());

  /** A country and its area is not a name for premium numbers in it. */
  static final int NAMED = 6;

  private static final Set<PhoneNumberType> EARNED_BY =
      Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.PERSONAL_NUMBER, PhoneNumberType.PAGER);

  public Destinations {
    prefixes = List.copyOf(prefixes);
  }

  /** {@code e164}: with its +. What is no telephone number is never allowed. */
  public boolean allows(String e164) {
    if (!e164.matches("\\+[1-9][0-9]{6,14}")) {
      return false;
    }
    int longest = prefixes.stream().filter(e164::startsWith).mapToInt(String::length).max().orElse(-1);
    return (prefixes.isEmpty() || longest > 0) && (longest >= NAMED || !earned(e164));
  }

  private static boolean earned(String e164) {
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      return EARNED_BY.contains(numbers.getNumberType(numbers.parse(e164, "ZZ")));
    } catch (NumberParseException noCountry) {
      return true;
    }
  }
}
