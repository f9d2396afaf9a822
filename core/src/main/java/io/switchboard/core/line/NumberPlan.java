package io.switchboard.core.line;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * How one trunk writes telephone numbers, read into E.164 (ITU-T E.164: + and up to 15 digits).
 *
 * @param region ISO 3166 country whose national format it sends, e.g. {@code DE}
 * @param calledPrefix put before the called number first, for trunks that send only an extension, e.g. {@code +493012345}; else empty
 */
public record NumberPlan(String region, String calledPrefix) {

  /** As people write numbers where this one is, which is in E.164. Where it is nowhere, they write them with 00 and the country. */
  public static NumberPlan at(String e164) {
    try {
      PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
      String region = numbers.getRegionCodeForNumber(numbers.parse(e164, "ZZ"));
      return new NumberPlan(region == null ? "ZZ" : region, "");
    } catch (NumberParseException nowhere) {
      return new NumberPlan("ZZ", "");
    }
  }

  /** What somebody entered, in E.164; empty when no such number can be called. */
  public String entered(String text) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(text, region);
      return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : "";
    } catch (NumberParseException unreadable) {
      return "";
    }
  }

  /** The called number in E.164, or as it came where it cannot be read as a number (an extension of a test, a name). */
  public String called(String sent) {
    return e164(calledPrefix + sent, sent);
  }

  /** The caller's number in E.164; empty when it is withheld or no telephone number. */
  public String caller(String sent) {
    return e164(sent, "");
  }

  private String e164(String text, String otherwise) {
    try {
      PhoneNumber number = PhoneNumberUtil.getInstance().parse(text, region);
      return PhoneNumberUtil.getInstance().isPossibleNumber(number)
          ? PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164)
          : otherwise;
    } catch (NumberParseException unreadable) {
      return otherwise;
    }
  }
}
