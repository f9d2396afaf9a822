/**
 * How values are read aloud, in English and Chinese: a {@link io.switchboard.ivr.prompt.reading.Reading} turns the text of a value into
 * words as a person says them ("12034.5" of money in yuan into 一万二千零三十四元五角), or says why it cannot.
 * {@link io.switchboard.ivr.prompt.reading.SpokenText} finds the places of a text that such values fill.
 *
 * <p>Whole numbers and ordinals are spelled out by ICU's rules (Unicode CLDR, rule-based number formats), and names of currencies are
 * CLDR's. What CLDR has for writing and a person says otherwise is put right here; each such place names its reason. References: for 二
 * and 两, Lü Shuxiang, 现代汉语八百词 (Eight hundred words of contemporary Chinese), entry 二; for 零, the rule of Chinese schools, which
 * reads the zeros at the end of a group of four digits not at all and others once; for English, British usage ("and" after hundreds).
 */
@NullMarked
package io.switchboard.ivr.prompt.reading;

import org.jspecify.annotations.NullMarked;
