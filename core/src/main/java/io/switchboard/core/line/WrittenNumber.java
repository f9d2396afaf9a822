package io.switchboard.core.line;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds a number in a text however people write it: {@code +49 170 1234567}, {@code 0049 (0)170/1234567}, {@code 0170-123 45 67}. Not where it
 * is part of a longer number.
 */
public final class WrittenNumber {
  private static final String BETWEEN = "[-  /().]{0,3}";
  /** A shorter one would be found where it is not meant. */
  private static final int LEAST_DIGITS = 7;

  private WrittenNumber() {}

  /** A regular expression that Java and PostgreSQL both understand; {@code e164}: of these, at least one. */
  public static String pattern(Set<String> e164) {
    return e164.stream().flatMap(each -> writings(each).stream()).collect(Collectors.joining("|", "(?<![0-9])(?:", ")(?![0-9])"));
  }

  private static Set<String> writings(String e164) {
    Set<String> writings = new LinkedHashSet<>();
    String digits = e164.replaceAll("[^0-9]", "");
    writings.add("(?:\\+|00)?" + spaced(digits));
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      PhoneNumber number = numbers.parse(e164, "ZZ");
      String significant = numbers.getNationalSignificantNumber(number);
      writings.add("(?:\\+|00)?" + spaced(Integer.toString(number.getCountryCode())) + BETWEEN + "0" + BETWEEN + spaced(significant));
      String national = numbers.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "");
      if (national.length() >= LEAST_DIGITS) {
        writings.add(spaced(national));
      }
    } catch (NumberParseException nowhere) {
      return writings;
    }
    return writings;
  }

  private static String spaced(String digits) {
    return String.join(BETWEEN, digits.split(""));
  }
}
