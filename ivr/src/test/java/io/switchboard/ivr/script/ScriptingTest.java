package io.switchboard.ivr.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Fact.Scripted;
import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.script.Decided.Refusal;
import io.switchboard.ivr.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The kernel of scripts, and the fold by which a restart comes to the same. */
class ScriptingTest {
  private static final long NOW = 1_000;

  private final List<Fact> facts = new ArrayList<>();
  private final Scripts scripts = TestScripts.scripts();
  private ScriptRun run = ScriptRun.fresh("1.1-1", TestScripts.contact(), scripts, scripts.named("router").orElseThrow());
  private Optional<Decided.Look> look = Optional.empty();

  ScriptingTest() {
    tell(new ScriptEvent.Begun("anna"));
  }

  private Optional<Refusal> tell(ScriptEvent event) {
    Decided decided = new Scripting(scripts.flows().hours()).decide(run, event, NOW);
    run = decided.run();
    look = decided.look();
    facts.addAll(decided.facts());
    if (run.over()) {
      assertEquals(seen(), Views.of(restarted(scripts), "en"), "what facts tell is what is");
    } else if (decided.refused().isEmpty()) {
      assertEquals(run, restarted(scripts), "what facts tell is what is");
    }
    return decided.refused();
  }

  private ScriptRun restarted(Scripts on) {
    Trails trails = new Trails();
    facts.forEach(trails::replay);
    return trails.runs(on, call -> Optional.of(TestScripts.contact())).getFirst();
  }

  private Optional<Refusal> answer(String answer) {
    return tell(new ScriptEvent.Answered(run.shown(), answer, "anna"));
  }

  private ScriptRequest.Run seen() {
    return Views.of(run, "en");
  }

  private String step() {
    return run.frames().getLast().flow().name() + "/" + run.frames().getLast().step();
  }

  private <F> List<F> facts(Class<F> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void aParameterIsWhatTheCallsFlowRemembers_andTextsAreInTheReadersLanguageAndTheCallers() {
    assertEquals("What does the light do, 4711?", seen().page().text());
    assertEquals("灯怎么样，4711？", seen().page().toCaller());
    assertEquals("灯怎么样，4711？", Views.of(run, "zh").page().text());
    assertEquals(List.of("dark", "blinks"), seen().page().choices().stream().map(ScriptRequest.Choice::choice).toList());
    assertEquals("It is dark", seen().page().choices().getFirst().label());
    assertTrue(seen().page().first());
  }

  @Test
  void aScriptLeadsThroughAnotherAndBack_toItsOutcome() {
    answer("dark");
    assertEquals("cable/look", step());
    answer("y");
    assertEquals("router/note", step());
    answer("In the morning,\nafter nine");
    assertEquals(Optional.of(new ScriptRun.End.Reached("router", "visit")), run.end());
    assertEquals("A visit", seen().outcome().label());
    assertEquals(List.of("It is dark", "Yes", "In the morning,\nafter nine"), seen().path().stream().map(ScriptRequest.Past::shown).toList());
    assertEquals("In the morning,\nafter nine", facts(Scripted.NoteWritten.class).getFirst().text());
    assertEquals(List.of(new Scripted.OutcomeReached(NOW, TestScripts.DEMO, TestScripts.CALL, "1.1-1", "router", "visit", "anna")),
        facts(Scripted.OutcomeReached.class));
    assertEquals(new Refusal.Over(), answer("more").orElseThrow());
  }

  @Test
  void aPageIsAnsweredOnce() {
    assertEquals(Optional.empty(), tell(new ScriptEvent.Answered(1, "dark", "anna")));
    ScriptRun answered = run;
    assertEquals(new Refusal.AnotherPage(2), tell(new ScriptEvent.Answered(1, "dark", "ben")).orElseThrow());
    assertEquals(answered, run);
  }

  @Test
  void whatIsNoAnswerIsRefused_andThePageStays() {
    assertTrue(answer("green").orElseThrow() instanceof Refusal.WrongAnswer);
    answer("blinks");
    for (String wrong : List.of("ten", "91", "-1", "1.5")) {
      assertTrue(answer(wrong).orElseThrow() instanceof Refusal.WrongAnswer, wrong);
    }
    Refusal refusal = answer("91").orElseThrow();
    assertEquals("a whole number from 0 to 90, or nothing", Refusals.of(refusal, run, "en").about());
    assertEquals("0 到 90 的整数，或留空", Refusals.of(refusal, run, "zh").about());
    assertEquals("router/minutes", step());
  }

  @Test
  void aLimitLeadsElsewhere_andAnEmptyAnswerIsOneWhereItMayBe() {
    answer("blinks");
    for (int i = 0; i < 2; i++) {
      answer("");
      assertEquals("Wait, 0 minutes have passed.", seen().page().text());
      answer("");
    }
    answer("5");
    assertEquals("router/note", step());
  }

  @Test
  void aDataSourceIsAskedOnce_alsoOverARestart() {
    answer("blinks");
    answer("20");
    assertEquals(ScriptState.LOOKING_UP, run.state());
    Decided.Look first = look.orElseThrow();
    assertEquals(Map.of("number", new Value.Text("4711")), first.asked().values());
    run = restarted(scripts);
    tell(new ScriptEvent.Resumed());
    assertEquals(first, look.orElseThrow(), "the same question, by which the source can tell it");
    tell(new ScriptEvent.Told(first.number(), new Found.Row(Map.of("balance", new Value.Decimal(12.5)))));
    assertEquals("You owe 12.50 EUR.", seen().page().text());
    assertEquals("https://kb/1", seen().page().link());
    ScriptRun shown = run;
    tell(new ScriptEvent.Told(first.number(), new Found.Nothing()));
    assertEquals(shown, run, "a late answer changes nothing");
    answer("");
    assertEquals("solved", seen().outcome().code());
  }

  @Test
  void backTakesTheLastAnswerBack_withAllThatItBrought() {
    answer("blinks");
    answer("3");
    answer("");
    assertEquals("3", run.pages().get(2).frames().getLast().values().get("minutes").text());
    int before = run.shown();
    tell(new ScriptEvent.Back(before, "anna"));
    tell(new ScriptEvent.Back(before + 1, "anna"));
    assertEquals("router/minutes", step());
    assertEquals("0", run.frames().getLast().values().get("minutes").text());
    assertEquals(1, run.path().size());
    assertEquals(new Refusal.AnotherPage(before + 2), tell(new ScriptEvent.Answered(2, "3", "ben")).orElseThrow(), "a page shown anew is another page");
    tell(new ScriptEvent.Back(run.shown(), "anna"));
    assertEquals(new Refusal.FirstPage(), tell(new ScriptEvent.Back(run.shown(), "anna")).orElseThrow());
    assertEquals(List.of(3, 2, 1), facts(Scripted.AnswersTakenBack.class).stream().map(Scripted.AnswersTakenBack::page).toList());
  }

  @Test
  void backWorksWhileADataSourceIsAsked_andIntoAScriptThatHasReturned() {
    answer("blinks");
    answer("20");
    tell(new ScriptEvent.Back(run.shown(), "anna"));
    assertEquals("router/minutes", step());
    tell(new ScriptEvent.Told(1, new Found.Nothing()));
    assertEquals("router/minutes", step());
    tell(new ScriptEvent.Back(run.shown(), "anna"));
    answer("dark");
    answer("n");
    tell(new ScriptEvent.Back(run.shown(), "anna"));
    assertEquals("cable/look", step());
    answer("y");
    assertEquals("router/note", step());
  }

  @Test
  void whenItWasTakenBackAndAskedAgain_thenALateAnswerToTheFirstQuestionIsNotTakenForTheSecond() {
    answer("blinks");
    answer("20");
    Decided.Look first = look.orElseThrow();
    tell(new ScriptEvent.Back(run.shown(), "anna"));
    answer("30");
    Decided.Look second = look.orElseThrow();
    tell(new ScriptEvent.Told(first.number(), new Found.Nothing()));
    assertEquals(ScriptState.LOOKING_UP, run.state(), "what was asked first is answered late");
    assertEquals(List.of(), facts(Scripted.ScriptTold.class));
    tell(new ScriptEvent.Told(second.number(), new Found.Row(Map.of("balance", new Value.Decimal(12.5)))));
    assertEquals("router/article", step());
    assertEquals(List.of(second.number()), facts(Scripted.ScriptTold.class).stream().map(Scripted.ScriptTold::number).toList());
  }

  @Test
  void afterARestartOnScriptsWithoutTheStep_itBeginsAnewWithWhatItKnows() {
    answer("blinks");
    Scripts changed = TestScripts.scripts(Map.of(
        "cable", TestScripts.CABLE, "router", TestScripts.ROUTER.replace("minutes: {ask", "duration: {ask").replace("then: minutes}", "then: duration}")
            .replace("next: minutes}", "next: duration}")));
    run = restarted(changed);
    Decided decided = new Scripting(changed.flows().hours()).decide(run, new ScriptEvent.Resumed(), NOW);
    assertEquals("light", decided.run().frames().getLast().step());
    assertEquals("blinks", decided.run().frames().getLast().values().get("light").text());
    Scripts gone = TestScripts.scripts(Map.of("cable", TestScripts.CABLE));
    Decided broken = new Scripting(gone.flows().hours()).decide(restarted(gone), new ScriptEvent.Resumed(), NOW);
    assertEquals(ScriptState.BROKEN, broken.run().state());
    assertEquals("broken", Views.of(broken.run(), "en").state());
  }

  @Test
  void aRunIsBounded() {
    String round = """
        title: {en: Round, zh: 圈}
        outcomes: {end: {en: End, zh: 完}}
        first: ask
        steps:
          ask: {choose: {text: {en: Again, zh: 再来}, choices: {a: {label: {en: A, zh: A}, then: ask}, e: {label: {en: E, zh: E}, then: end}}}}
          end: {outcome: {code: end}}
        """;
    Scripts around = TestScripts.scripts(Map.of("round", round));
    Scripting kernel = new Scripting(Map.of());
    ScriptRun goes = kernel.decide(
        ScriptRun.fresh("1.1-1", TestScripts.contact(), around, around.named("round").orElseThrow()), new ScriptEvent.Begun("anna"), NOW).run();
    for (int i = 0; i < ScriptRun.MOST_PAGES; i++) {
      goes = kernel.decide(goes, new ScriptEvent.Answered(goes.shown(), "a", "anna"), NOW).run();
    }
    assertEquals(ScriptState.BROKEN, goes.state());
  }
}
