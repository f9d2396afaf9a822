package io.switchboard.ivr.script;

import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.prompt.reading.Written;
import io.switchboard.ivr.run.Frame;
import io.switchboard.ivr.script.ScriptRun.End;
import io.switchboard.ivr.script.ScriptRun.Shown;
import io.switchboard.ivr.verb.Answers;
import io.switchboard.ivr.verb.Ask;
import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Knowledge;
import io.switchboard.ivr.verb.Note;
import io.switchboard.ivr.verb.Page;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Show;
import io.switchboard.ivr.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run as a person reads it, in his language, with every value in its place. */
public final class Views {
  private final ScriptRun run;
  private final String language;

  private Views(ScriptRun run, String language) {
    this.run = run;
    this.language = language;
  }

  public static ScriptRequest.Run of(ScriptRun run, String language) {
    return new Views(run, language).run();
  }

  /** A text that does not depend on what is known; where it is not there in this language, in any. */
  public static String plain(Saying.Text text, String language) {
    return text.byLanguage().getOrDefault(language, text.byLanguage().values().stream().sorted().findFirst().orElse(""));
  }

  private ScriptRequest.Run run() {
    String title = run.scripts().named(run.name()).map(script -> plain(script.title(), language)).orElse(run.name());
    return new ScriptRequest.Run(
        run.id(), run.contact().call(), run.name(), title, run.state().name().toLowerCase(Locale.ROOT),
        run.now().flatMap(shown -> shown.page().map(page -> page(shown, page))).orElse(null), run.path().stream().map(this::past).toList(),
        reached(), run.end().map(end -> end instanceof End.Broken broken ? broken.why() : "").orElse(""));
  }

  private ScriptRequest.@Nullable Reached reached() {
    return run.end().filter(End.Reached.class::isInstance).map(End.Reached.class::cast).map(reached -> new ScriptRequest.Reached(
        reached.script(), reached.code(), run.scripts().named(reached.script())
            .flatMap(script -> Optional.ofNullable(script.outcomes().get(reached.code()))).map(label -> plain(label, language))
            .orElse(reached.code()))).orElse(null);
  }

  private ScriptRequest.Page page(Shown shown, Page page) {
    String text = text(page.text(), shown.frame(), language);
    String toCaller = text(page.text(), shown.frame(), run.contact().language());
    boolean first = run.path().isEmpty();
    return switch (page) {
      case Ask ask -> new ScriptRequest.Page(
          shown.number(), page.verb(), text, toCaller, ask.answers().word(), ask.optional(), limit(ask.answers(), true), limit(ask.answers(), false),
          List.of(), "", first);
      case Choose choose -> new ScriptRequest.Page(
          shown.number(), page.verb(), text, toCaller, "", false, null, null, choices(choose, shown.frame()), "", first);
      case Note note -> new ScriptRequest.Page(
          shown.number(), page.verb(), text, "", "", note.optional(), null, Integer.toString(Note.MOST), List.of(), "", first);
      case Knowledge knowledge -> new ScriptRequest.Page(
          shown.number(), page.verb(), text, "", "", true, null, null, List.of(), knowledge.link(language), first);
      case Show show -> new ScriptRequest.Page(shown.number(), page.verb(), text, toCaller, "", true, null, null, List.of(), "", first);
    };
  }

  private List<ScriptRequest.Choice> choices(Choose choose, Frame frame) {
    return choose.choices().entrySet().stream()
        .map(choice -> new ScriptRequest.Choice(choice.getKey(), text(choice.getValue().label(), frame, language))).toList();
  }

  private static @Nullable String limit(Answers answers, boolean least) {
    return switch (answers) {
      case Answers.Text text -> Integer.toString(least ? text.least() : text.most());
      case Answers.Whole whole -> Long.toString(least ? whole.least() : whole.most());
      case Answers.Number number -> new Value.Decimal(least ? number.least() : number.most()).text();
      case Answers.Day day -> (least ? day.least() : day.most()).toString();
      case Answers.Flag flag -> null;
    };
  }

  /** A page that a changed script no longer has is shown by its name. */
  private ScriptRequest.Past past(Shown shown) {
    String answer = shown.answer().orElse("");
    return shown.page()
        .map(page -> new ScriptRequest.Past(
            shown.number(), page.verb(), text(page.text(), shown.frame(), language), answer, answered(page, shown.frame(), answer)))
        .orElseGet(() -> new ScriptRequest.Past(shown.number(), "", shown.frame().flow().name(), answer, answer));
  }

  private String answered(Page page, Frame frame, String answer) {
    return page instanceof Choose choose
        ? Optional.ofNullable(choose.choices().get(answer)).map(choice -> text(choice.label(), frame, language)).orElse(answer) : answer;
  }

  private String text(Saying.Text text, Frame frame, String in) {
    Contact contact = run.contact();
    Map<String, String> given = Map.of(
        Variables.NUMBER, contact.number(), Variables.CALLED, contact.called(), Variables.LANGUAGE, contact.language(),
        Variables.QUEUE, contact.queue());
    String code = text.byLanguage().containsKey(in) ? in : language;
    return Written.of(code, plain(text, code), name ->
        Optional.ofNullable(frame.values().get(name)).map(Value::text).orElse(given.getOrDefault(name, "")));
  }
}
