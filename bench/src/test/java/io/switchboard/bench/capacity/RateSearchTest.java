package io.switchboard.bench.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSearchTest {
  private final List<String> tried = new ArrayList<>();
  private int trials = 100;
  private double most = 2_000;

  private RateSearch.Found find(double first, double shortLimit, double limit) {
    return new RateSearch(first, 2, most, (rate, shortly) -> {
      tried.add((shortly ? "short " : "full ") + rate);
      trials--;
      return rate <= (shortly ? shortLimit : limit);
    }, () -> trials > 0).find();
  }

  @ParameterizedTest
  @CsvSource({"1, 100, 64", "1, 8, 8", "1, 7.9, 4", "4, 100, 64", "100, 7, 6.25", "1, 999, 512"})
  void theHighestGoodRateIsFound_whereverItBegins(double first, double limit, double expected) {
    assertEquals(new RateSearch.Found(expected, true), find(first, limit, limit));
  }

  @Test
  void aShortTrialProvesNothing() {
    assertEquals(new RateSearch.Found(4, true), find(1, 100, 7));
    assertEquals(List.of("short 1.0", "short 8.0", "short 64.0", "short 512.0", "full 64.0", "full 8.0", "full 1.0", "full 2.0", "full 4.0"), tried);
    tried.clear();
    assertEquals(new RateSearch.Found(64, true), find(1, 0, 100));
    assertTrue(tried.contains("full 128.0"));
  }

  @Test
  void whenNoRateIsGood_thenItIsNothing() {
    assertEquals(new RateSearch.Found(0, true), find(1, 0, 0));
  }

  @Test
  void whatCannotBeIsNotTried_andCountsAsNotGood() {
    most = 100;
    assertEquals(new RateSearch.Found(64, true), find(1, 1_000, 1_000));
    assertEquals(List.of("short 1.0", "short 8.0", "short 64.0", "full 64.0"), tried);
  }

  @Test
  void whenTheTimeIsOver_thenWhatWasProvenCounts_andIsNotComplete() {
    trials = 5;
    assertEquals(new RateSearch.Found(0, false), find(1, 100, 7));
    trials = 5;
    assertEquals(new RateSearch.Found(64, false), find(1, 64, 1_000));
  }
}
