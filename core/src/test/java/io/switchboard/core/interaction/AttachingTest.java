package io.switchboard.core.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.AttachedData.Choice;
import io.switchboard.core.interaction.AttachedData.Value;
import io.switchboard.core.journal.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttachingTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final CallId CALL = new CallId("c");

  private final Attaching attached = new Attaching();
  private int steps;

  AttachingTest() {
    attached.apply(new Fact.CallArrived(1, DEMO, CALL, "+4930100", "+49170", "", "carrier", "main", "service", "de"));
  }

  private void step(String flow, String step, int depth) {
    attached.apply(new Fact.StepEntered(1, DEMO, CALL, flow, "v", step, depth, ++steps));
  }

  private void remembered(int depth, String name, String value) {
    attached.apply(new Fact.Learned.Remembered(1, DEMO, CALL, depth, Map.of(name, value)));
  }

  private void answered(String step, String answer) {
    attached.apply(new Fact.MenuAnswered(1, DEMO, CALL, step, answer));
  }

  @Test
  void languageIsTheOneThatHeHears() {
    assertEquals("de", attached.data().language());
    attached.apply(new Fact.LanguageChosen(1, DEMO, CALL, "zh"));
    assertEquals("zh", attached.data().language());
  }

  @Test
  void choicesAreThePathOfHisMenus_andTheKeysThatLeadOutOfEntries_failedTriesAreNot() {
    step("service", "topics", 0);
    answered("topics", "no_key");
    answered("topics", "2");
    step("identify", "ask", 1);
    answered("ask", "wrong_key");
    answered("ask", "*");
    attached.apply(new Fact.Learned.EntryLeft(1, DEMO, CALL, "pin", "*"));
    assertEquals(
        List.of(new Choice("service", "topics", "2", "ask"), new Choice("identify", "ask", "*"), new Choice("identify", "pin", "*")),
        attached.data().chosen());
  }

  @Test
  void whenTwoFlowsHoldDifferentValuesUnderOneName_thenBothStand_theOutermostFlowFirst() {
    step("service", "first", 0);
    remembered(1, "account", "222"); // given to it before its first step
    step("identify", "ask", 1);
    remembered(0, "account", "111");
    step("service", "next", 0);
    assertEquals(List.of(new Value("service", "account", "111"), new Value("identify", "account", "222")), attached.data().known());
  }

  @Test
  void whatAFlowHandsToAnotherUnderTheSameName_standsOnce() {
    step("service", "first", 0);
    step("identify", "ask", 1);
    remembered(1, "account", "111");
    assertEquals(List.of(new Value("identify", "account", "111")), attached.data().known());
    remembered(0, "account", "111");
    assertEquals(List.of(new Value("service", "account", "111")), attached.data().known());
  }

  @Test
  void whenAFlowBeginsAnew_thenWhatItKnewTheLastTimeIsForgotten_butNotByAnotherStepOfIt() {
    step("service", "first", 0);
    step("identify", "ask", 1);
    remembered(1, "account", "111");
    step("identify", "verify", 1);
    step("service", "again", 0);
    assertEquals(List.of(new Value("identify", "account", "111")), attached.data().known());
    step("identify", "ask", 1);
    assertEquals(List.of(), attached.data().known());
  }

  @Test
  void whatIsLearnedAtOnceStandsByName_howeverTheFactWasRead() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("tries", "5");
    values.put("amount", "7.50");
    values.put("locked", "false");
    attached.apply(new Fact.Learned.Remembered(1, DEMO, CALL, 0, values));
    assertEquals(List.of("amount", "locked", "tries"), attached.data().known().stream().map(Value::name).toList());
  }

  @Test
  void whatIsEmptyAgainIsNotKnown() {
    remembered(0, "order", "4711");
    remembered(0, "order", "");
    assertEquals(List.of(), attached.data().known());
  }

  @Test
  void boundsHold_andWhatIsNewPushesOutWhatIsOver() {
    step("service", "first", 0);
    step("old", "ask", 1);
    remembered(1, "account", "1");
    IntStream.range(0, 1_000).forEach(i -> {
      remembered(0, "v" + i, "x".repeat(10_000));
      answered("topics", String.valueOf(i % 10));
    });
    AttachedData data = attached.data();
    assertEquals(Attaching.MOST_VALUES, data.known().size());
    assertTrue(data.known().stream().allMatch(value -> value.flow().equals("service")), "what is over stands still");
    assertEquals(Attaching.MOST_CHARACTERS + 1, data.known().getFirst().value().length());
    assertEquals(Attaching.MOST_CHOICES, data.chosen().size());
    assertEquals("9", data.chosen().getLast().answer());
  }

  @Test
  void aCopyGoesItsOwnWay_aCallbackKeepsWhatHeEnteredInTheCallBefore() {
    remembered(0, "account", "111");
    Attaching copy = attached.copy();
    copy.apply(new Fact.CallbackBooked(2, DEMO, new CallId("b"), CALL, new QueueId(DEMO, "sales"), "+49170", "", "zh", "caller"));
    remembered(0, "account", "222");
    assertEquals(new AttachedData("zh", List.of(), List.of(new Value("service", "account", "111"))), copy.data());
  }
}
