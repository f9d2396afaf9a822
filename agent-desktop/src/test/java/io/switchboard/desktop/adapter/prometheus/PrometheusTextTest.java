package io.switchboard.desktop.adapter.prometheus;

import static io.switchboard.core.metric.Day.DEMO;
import static io.switchboard.core.metric.Day.SALES;
import static io.switchboard.core.metric.Day.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Day;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.api.Health;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
  private static final Pattern SAMPLE = Pattern.compile(
      "([a-z_]+)((?:\\{[a-z_]+=\"[^\"\\\\]*\"(?:,[a-z_]+=\"[^\"\\\\]*\")*})?) (-?[0-9.]+(?:E-?[0-9]+)?)");
  private static final Pattern ABOUT = Pattern.compile("# (HELP|TYPE) ([a-z_]+) (.+)");
  private static final String IN_SALES = "{queue=\"sales\",tenant=\"demo\"}";

  private static Snapshot snapshot() {
    Day day = new Day();
    day.answered(100, "a", 4, 60, 10);
    day.answered(300, "b", 30, 60, 20);
    day.told(300, "b", 10, 0, 15);
    day.left(400, "c", 40, QueueExit.ABANDONED);
    day.left(450, "s", 1, QueueExit.ABANDONED);
    day.arrives(520, "x", "unknown_number", "unknown-number");
    day.ends(525, "x", Ending.UNKNOWN_NUMBER);
    day.ann(0, AgentState.SIGNED_OUT, AgentState.READY);
    day.enters(600, "w", 0);
    day.offered(601, "w", 1);
    day.passed(616, "w", 1, OfferEnding.DECLINED);
    day.closure(620, SALES, true);
    callback(day, 630, "k1");
    callback(day, 631, "k2");
    day.also(new Fact.QueueLeft(at(640), DEMO, new CallId("k2"), SALES, QueueExit.UNREACHED, 9_000));
    day.also(new Fact.CallEnded(at(640), DEMO, new CallId("k2"), Ending.CALLBACK_BOOKED));
    day.also(new Fact.InteractionClosed(at(640), DEMO, new CallId("k2")));
    dials(day, 641, "d1", DialResult.ANSWERED);
    dials(day, 642, "d2", DialResult.BUSY);
    dials(day, 643, "d3", DialResult.BUSY);
    return day.applied(Definitions.standard()).snapshot(at(650));
  }

  private static void dials(Day day, double second, String call, DialResult result) {
    OfferId offer = new OfferId(new CallId(call), 1);
    AgentId ann = new AgentId(DEMO, "ann");
    day.also(new Fact.Dial.DialBegun(at(second), DEMO, offer.call(), offer, SALES, ann, "+4930", false, "en", "", 20_000, 45_000));
    day.also(new Fact.Dial.DialEnded(at(second), DEMO, offer.call(), offer, SALES, ann, "+4930", result, 0, 100));
    day.also(new Fact.InteractionClosed(at(second), DEMO, offer.call()));
  }

  private static void callback(Day day, double second, String call) {
    day.also(new Fact.CallbackBooked(at(second), DEMO, new CallId(call), new CallId("c"), SALES, "+4930", "", "en", "sam"));
    day.also(new Fact.QueueEntered(at(second), DEMO, new CallId(call), 1, SALES, 0, Map.of(), "+4930", ""));
  }

  /** Every line is a HELP, a TYPE or a sample of a metric that has both; no sample comes twice. */
  private static Map<String, Double> parsed(String text) {
    Map<String, Double> samples = new HashMap<>();
    Map<String, Set<String>> about = new HashMap<>();
    for (String line : text.split("\n")) {
      Matcher sample = SAMPLE.matcher(line);
      Matcher words = ABOUT.matcher(line);
      if (sample.matches()) {
        String name = about.containsKey(sample.group(1)) ? sample.group(1) : sample.group(1).replaceAll("_(bucket|sum|count)$", "");
        assertEquals(Set.of("HELP", "TYPE"), about.get(name), line);
        assertNull(samples.put(sample.group(1) + sample.group(2), Double.valueOf(sample.group(3))), line);
      } else {
        assertTrue(words.matches(), line);
        assertTrue(about.computeIfAbsent(words.group(2), name -> new HashSet<>()).add(words.group(1)), line);
      }
    }
    return samples;
  }

  private static void has(Map<String, Double> samples, double value, String name) {
    assertEquals(value, samples.get(name), name);
  }

  @Test
  void everyLineParsesAndTheValuesAreThoseOfTheBoard() {
    String text = new PrometheusText().text(snapshot(), List.of(new Health.Part("redis", Health.State.DEGRADED, "")));
    Map<String, Double> samples = parsed(text);
    has(samples, 0.5, "switchboard_part_up{part=\"redis\"}");
    has(samples, 17, "switchboard_queue_asa_seconds" + IN_SALES);
    has(samples, 75, "switchboard_queue_aht_seconds" + IN_SALES);
    has(samples, 1, "switchboard_queue_waits_told_total" + IN_SALES);
    has(samples, 1, "switchboard_queue_waits_told_judged_total" + IN_SALES);
    has(samples, 0, "switchboard_queue_waits_told_within_total" + IN_SALES);
    has(samples, 0, "switchboard_queue_waits_told_within_ratio" + IN_SALES);
    has(samples, 12.5, "switchboard_queue_waits_told_error_seconds" + IN_SALES);
    has(samples, 1, "switchboard_queue_callbacks_waiting" + IN_SALES);
    has(samples, 2, "switchboard_queue_callbacks_booked_total" + IN_SALES);
    has(samples, 0, "switchboard_queue_callbacks_reached_total" + IN_SALES);
    has(samples, 1, "switchboard_queue_callbacks_over_total{exit=\"unreached\",queue=\"sales\",tenant=\"demo\"}");
    has(samples, 0, "switchboard_queue_callbacks_over_total{exit=\"cancelled\",queue=\"sales\",tenant=\"demo\"}");
    has(samples, 1, "switchboard_board_complete");
    has(samples, 1, "switchboard_queue_closed" + IN_SALES);
    has(samples, 1, "switchboard_queue_waiting_calls" + IN_SALES);
    has(samples, 50, "switchboard_queue_longest_wait_seconds" + IN_SALES);
    has(samples, 1 / 3.0, "switchboard_queue_service_level_ratio" + IN_SALES);
    has(samples, 3, "switchboard_queue_offered_total" + IN_SALES);
    has(samples, 2, "switchboard_queue_answered_total" + IN_SALES);
    has(samples, 1, "switchboard_queue_abandoned_total" + IN_SALES);
    has(samples, 1, "switchboard_queue_short_abandoned_total" + IN_SALES);
    has(samples, 1, "switchboard_queue_offers_made_total" + IN_SALES);
    has(samples, 1, "switchboard_queue_offers_total{ending=\"declined\",queue=\"sales\",tenant=\"demo\"}");
    has(samples, 2, "switchboard_queue_offers_total{ending=\"answered\",queue=\"sales\",tenant=\"demo\"}");
    has(samples, 0, "switchboard_queue_refused_total{queue=\"sales\",reason=\"full\",tenant=\"demo\"}");
    has(samples, 1, "switchboard_queue_agents{queue=\"sales\",state=\"ready\",tenant=\"demo\"}");
    has(samples, 1, "switchboard_agents{state=\"ready\",tenant=\"demo\"}");
    has(samples, 0, "switchboard_agents{state=\"talking\",tenant=\"demo\"}");
    has(samples, 1, "switchboard_calls{stage=\"waiting\",tenant=\"demo\"}");
    has(samples, 1, "switchboard_calls_ended_total{ending=\"unknown_number\",tenant=\"demo\"}");
    has(samples, 0, "switchboard_calls_ended_total{ending=\"busy\",tenant=\"demo\"}");
    has(samples, 1, "switchboard_dials_total{result=\"answered\",tenant=\"demo\"}");
    has(samples, 2, "switchboard_dials_total{result=\"busy\",tenant=\"demo\"}");
    has(samples, 0, "switchboard_dials_total{result=\"no_answer\",tenant=\"demo\"}");
    has(samples, 1, "switchboard_calls_arrived_total{entry_point=\"unknown_number\",flow=\"unknown-number\",tenant=\"demo\"}");
    assertTrue(text.contains("# HELP switchboard_queue_service_level_ratio Service level of today, 0 to 1: answered within 20 s / "
        + "(answered + abandoned after 20 s)."), text);
    assertTrue(samples.keySet().stream().anyMatch(name -> name.startsWith("switchboard_definitions_info{")), text);
  }

  @Test
  void waitsAreAHistogramInSeconds() {
    Map<String, Double> samples = parsed(new PrometheusText().text(snapshot(), List.of()));
    has(samples, 1, "switchboard_queue_wait_seconds_bucket{outcome=\"answered\",queue=\"sales\",tenant=\"demo\",le=\"5.0\"}");
    has(samples, 2, "switchboard_queue_wait_seconds_bucket{outcome=\"answered\",queue=\"sales\",tenant=\"demo\",le=\"30.0\"}");
    has(samples, 2, "switchboard_queue_wait_seconds_bucket{outcome=\"answered\",queue=\"sales\",tenant=\"demo\",le=\"+Inf\"}");
    has(samples, 2, "switchboard_queue_wait_seconds_count{outcome=\"answered\",queue=\"sales\",tenant=\"demo\"}");
    has(samples, 34, "switchboard_queue_wait_seconds_sum{outcome=\"answered\",queue=\"sales\",tenant=\"demo\"}");
    has(samples, 40, "switchboard_queue_wait_seconds_sum{outcome=\"abandoned\",queue=\"sales\",tenant=\"demo\"}");
  }

  @Test
  void beforeTheFirstCallCountersAre0AndAServiceLevelIsAbsent() {
    String text = new PrometheusText().text(Day.board(Definitions.standard()).snapshot(at(1)), List.of());
    has(parsed(text), 0, "switchboard_queue_answered_total" + IN_SALES);
    assertFalse(text.contains("switchboard_queue_service_level_ratio{"), text);
  }

  @Test
  void whileTheDayIsReadAgain_thenNothingIsSaidButThat() {
    Snapshot whole = snapshot();
    assertEquals(Map.of("switchboard_board_complete", 0.0),
        parsed(new PrometheusText().text(new Snapshot(whole.atMs(), false, whole.tenants()), List.of())));
  }
}
