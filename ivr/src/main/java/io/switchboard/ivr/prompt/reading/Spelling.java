package io.switchboard.ivr.prompt.reading;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

/** Whole numbers in words, by one set of rules of Unicode CLDR. Safe from any thread. */
final class Spelling {
  private final RuleBasedNumberFormat format;
  private final String rules;

  /** {@code rules}: as CLDR names them, e.g. {@code %spellout-cardinal}. */
  Spelling(ULocale language, String rules) {
    this.format = new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT);
    this.rules = rules;
  }

  synchronized String words(long number) {
    return format.format(number, rules);
  }
}
