package io.switchboard.desktop.adapter.http;

import static io.switchboard.core.metric.Day.DEMO;
import static io.switchboard.core.metric.Day.SALES;
import static io.switchboard.core.metric.Day.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Board;
import io.switchboard.core.metric.Day;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From facts by the board to the JSON that is read. */
class BoardOnTheWireTest {
  private static String json(Object content) {
    return new String(Json.bytes(content), StandardCharsets.UTF_8);
  }

  private static Board board() {
    Day day = new Day();
    day.answered(100, "a", 4, 60, 10);
    day.answered(300, "b", 30, 60, 20);
    day.told(300, "b", 10, 0, 60);
    day.left(400, "c", 40, QueueExit.ABANDONED);
    day.left(450, "s", 1, QueueExit.ABANDONED);
    day.left(500, "e", 9, QueueExit.EMERGENCY);
    day.also(new Fact.QueueRefused(at(510), DEMO, new CallId("r"), SALES, QueueRefusal.FULL));
    day.arrives(520, "busy", "hotline", "busy");
    day.ends(525, "busy", Ending.CALLER_HUNG_UP_IN_FLOW);
    day.ann(0, AgentState.SIGNED_OUT, AgentState.READY);
    day.enters(600, "w", 0);
    day.also(new Fact.MenuAnswered(at(600), DEMO, new CallId("w"), "topics", "2"));
    day.also(new Fact.Learned.Remembered(at(600), DEMO, new CallId("w"), 0, Map.of("account", "100001")));
    day.offered(601, "w", 1);
    day.passed(616, "w", 1, OfferEnding.UNANSWERED);
    day.closure(620, SALES, true);
    return day.applied(Definitions.standard());
  }

  @Test
  void everyNumberOfAQueue() {
    assertEquals("{\"queue\":\"sales\",\"closed\":true,\"waiting\":1,\"longest_wait_ms\":50000,\"talking\":0,\"entered\":6,\"offered\":3,"
        + "\"answered\":2,\"answered_within\":1,\"abandoned\":1,\"abandoned_late\":1,\"short_abandoned\":1,\"left\":{\"emergency\":1},"
        + "\"callbacks\":{\"waiting\":0,\"booked\":0,\"reached\":0,\"over\":{},"
        + waits("waits", "[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]", 0).replaceFirst(",$", "},")
        + "\"refused\":{\"full\":1},\"offers_made\":1,\"offers_unanswered\":{\"unanswered\":1},"
        + waits("answered_waits", "[1,0,0,0,1,0,0,0,0,0,0,0,0,0,0]", 34_000)
        + waits("abandoned_waits", "[0,0,0,0,0,1,0,0,0,0,0,0,0,0,0]", 40_000)
        + "\"service_level\":0.3333333333333333,\"abandonment\":0.3333333333333333,\"asa_ms\":17000.0,\"handled\":2,\"aht_ms\":75000.0,"
        + "\"waits_told\":{\"told\":1,\"judged\":1,\"within\":1,\"within_share\":1.0,\"mean_error_ms\":10000.0},"
        + "\"agents\":{\"ready\":1}}",
        json(board().snapshot(at(650)).tenant(DEMO).queues().getFirst()));
  }

  private static String waits(String name, String counts, long totalMs) {
    return "\"" + name + "\":{\"up_to_ms\":[5000,10000,15000,20000,30000,45000,60000,90000,120000,180000,300000,600000,1200000,1800000],"
        + "\"counts\":" + counts + ",\"total_ms\":" + totalMs + "},";
  }

  @Test
  void whereCallsCameInAndHowTheyEnded() {
    Snapshot.Tenant demo = board().snapshot(at(650)).tenant(DEMO);
    assertEquals("[{\"entry_point\":\"hotline\",\"flow\":\"busy\",\"calls\":1},"
        + "{\"entry_point\":\"hotline\",\"flow\":\"welcome\",\"calls\":6}]",
        json(demo.arrived()));
    assertEquals("{\"caller_hung_up_after_talk\":2,\"caller_hung_up_in_flow\":1,\"abandoned\":3}", json(demo.endings()));
  }

  @Test
  void aCall_andWhatItBringsAlong() {
    assertEquals("[{\"call\":\"w\",\"stage\":\"waiting\",\"queue\":\"sales\",\"agent\":null,\"since_ms\":" + at(600)
        + ",\"arrived_ms\":" + at(600) + ",\"called\":\"+4930100\",\"caller\":\"+4930w\",\"caller_name\":\"w\",\"position\":1,"
        + "\"attached\":{\"language\":\"en\",\"chosen\":[{\"flow\":\"welcome\",\"step\":\"topics\",\"answer\":\"2\",\"led_to\":\"\"}],"
        + "\"known\":[{\"flow\":\"welcome\",\"name\":\"account\",\"value\":\"100001\"}]}}]",
        json(board().snapshot(at(650)).tenant(DEMO).calls()));
  }
}
