package io.switchboard.ivr.prompt.reading;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.Set;
import java.util.stream.Collectors;

/** What Unicode CLDR knows of currencies. */
final class Currencies {
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  /** Whether it is a code of ISO 4217; former ones are known too. */
  static boolean known(String code) {
    return CODES.contains(code);
  }

  /** As it is named behind an amount: "Swiss francs", 瑞士法郎. */
  static String name(String code, ULocale language, boolean one) {
    return Currency.getInstance(code).getName(language, Currency.PLURAL_LONG_NAME, one ? "one" : "other", null);
  }

  /** How many digits behind the point amounts of it have. */
  static int digits(String code) {
    return Currency.getInstance(code).getDefaultFractionDigits();
  }
}
