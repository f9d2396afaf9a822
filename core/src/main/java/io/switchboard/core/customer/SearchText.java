package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * By what a customer is found: his name, company and numbers, a line each, without case and accents; and the pieces of two and three characters
 * of which they are made, as numbers. Whoever has all pieces of what is searched, and then the whole of it in a line, is found.
 */
public final class SearchText {
  /** Of a query, in characters. */
  public static final int LEAST = 2;

  private static final int PIECE = 3;
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 ()/.-]*");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
  private static final Pattern ZEROES = Pattern.compile("^0+");

  private SearchText() {}

  public static String of(String name, String company, List<String> numbers) {
    StringBuilder text = new StringBuilder(folded(name)).append('\n').append(folded(company));
    numbers.forEach(number -> text.append('\n').append(NO_DIGIT.matcher(number).replaceAll("")));
    return text.toString();
  }

  /** What is looked for in it. A number is looked for without what leads out of an area or a country. */
  public static String query(String typed) {
    String text = folded(typed);
    if (!NUMBER.matcher(text).matches()) {
      return text;
    }
    return ZEROES.matcher(NO_DIGIT.matcher(text).replaceAll("")).replaceFirst("");
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  /** All pieces of a customer's text; those of one tenant are told apart from another's. */
  public static Set<Integer> pieces(TenantId tenant, String text) {
    Set<Integer> pieces = new LinkedHashSet<>();
    text.lines().forEach(line -> {
      int[] letters = line.codePoints().toArray();
      for (int at = 0; at + LEAST <= letters.length; at++) {
        pieces.add(piece(tenant, letters, at, LEAST));
        if (at + PIECE <= letters.length) {
          pieces.add(piece(tenant, letters, at, PIECE));
        }
      }
    });
    return pieces;
  }

  /**
   * The pieces that a query's customers must have: of two characters those, of more some of three each, from its end on, where the digits of
   * numbers differ most. Few say as much as all, and cost less.
   */
  public static Set<Integer> wanted(TenantId tenant, String query, int most) {
    int[] letters = query.codePoints().toArray();
    Set<Integer> wanted = new LinkedHashSet<>();
    if (letters.length == LEAST) {
      wanted.add(piece(tenant, letters, 0, LEAST));
      return wanted;
    }
    for (int at = letters.length - PIECE; at >= 0 && wanted.size() < most; at -= PIECE) {
      wanted.add(piece(tenant, letters, at, PIECE));
    }
    if (letters.length % PIECE != 0 && wanted.size() < most) {
      wanted.add(piece(tenant, letters, 0, PIECE));
    }
    return wanted;
  }

  /** FNV-1a; two that share a number only cost a second look. */
  private static int piece(TenantId tenant, int[] letters, int from, int length) {
    int hash = 0x811c9dc5 ^ tenant.value().hashCode();
    for (int i = from; i < from + length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        hash = (hash ^ (letters[i] >>> shift & 0xff)) * 0x01000193;
      }
    }
    return hash * 31 + length;
  }
}
