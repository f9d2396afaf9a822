package io.switchboard.desktop.knowledge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All articles, to search in by any part of a word. A hundred or a thousand of them are looked through at each search. */
public record Knowledge(List<Article> articles) {
  public static final Knowledge NONE = new Knowledge(List.of());
  public static final int MOST_HITS = 20;
  private static final int AROUND = 60;

  public Knowledge {
    articles = List.copyOf(articles);
  }

  /** {@code excerpt}: of the text, around the first word that was found there; else its beginning. */
  public record Hit(String id, String language, String title, String excerpt) {}

  private record Ranked(Article article, int rank, String excerpt) {}

  /** Articles in this language that have every word of it in title or text, those with them in the title first; at most {@link #MOST_HITS}. */
  public List<Hit> search(String typed, String language) {
    List<String> words = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    return articles.stream().filter(article -> article.language().equals(language) && has(article, words))
        .map(article -> new Ranked(article, rank(article, words), excerpt(article, words)))
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(ranked -> ranked.article().title()))
        .limit(MOST_HITS)
        .map(ranked -> new Hit(ranked.article().id(), language, ranked.article().title(), ranked.excerpt())).toList();
  }

  private static boolean has(Article article, List<String> words) {
    String all = (article.title() + "\n" + article.text()).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(all::contains);
  }

  private static int rank(Article article, List<String> words) {
    String title = article.title().toLowerCase(Locale.ROOT);
    return (int) words.stream().filter(word -> !title.contains(word)).count();
  }

  private static String excerpt(Article article, List<String> words) {
    String plain = article.text().replaceAll("[#*_`>\\[\\]]", "").replaceAll("\\s+", " ").trim();
    String low = plain.toLowerCase(Locale.ROOT);
    int at = low.length() != plain.length() ? 0 : words.stream().mapToInt(low::indexOf).filter(found -> found >= 0).min().orElse(0);
    int from = Math.max(0, at - AROUND);
    int to = Math.min(plain.length(), at + 2 * AROUND);
    return (from > 0 ? "…" : "") + plain.substring(from, to) + (to < plain.length() ? "…" : "");
  }

  /** In this language, or else in any. */
  public Optional<Article> article(String id, String language) {
    return articles.stream().filter(article -> article.id().equals(id))
        .min(Comparator.comparing(article -> !article.language().equals(language)));
  }
}
