package io.switchboard.ivr.script;

import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Ask;
import io.switchboard.ivr.verb.Choose;
import io.switchboard.ivr.verb.Knowledge;
import io.switchboard.ivr.verb.Note;
import io.switchboard.ivr.verb.Page;
import io.switchboard.ivr.verb.Show;
import java.util.Map;
import java.util.Optional;

/** What an answer to a page means. */
final class Answering {
  private Answering() {}

  /**
   * An answer that is right.
   *
   * @param written as facts write it
   * @param learned variable → value
   * @param note to be kept; empty: none
   * @param next the step that follows
   */
  record Right(String written, Map<String, Value> learned, String note, String next) {}

  /** Empty where it is no answer to this page. */
  static Optional<Right> value(Page page, String answer) {
    return switch (page) {
      case Ask ask -> asked(ask, answer);
      case Choose choose -> Optional.ofNullable(choose.choices().get(answer)).map(choice -> new Right(
          answer, choose.into().isEmpty() ? Map.of() : Map.of(choose.into(), new Value.Text(answer)), "", choice.then()));
      case Note note -> noted(note, answer.strip());
      case Knowledge knowledge -> read(answer, knowledge.next());
      case Show show -> read(answer, show.next());
    };
  }

  private static Optional<Right> asked(Ask ask, String answer) {
    if (answer.isBlank() && ask.optional()) {
      return Optional.of(new Right("", Map.of(ask.into(), ask.answers().type().empty()), "", ask.next()));
    }
    return ask.answers().read(answer).map(value -> new Right(value.text(), Map.of(ask.into(), value), "", ask.next()));
  }

  private static Optional<Right> noted(Note note, String text) {
    boolean right = text.isEmpty() ? note.optional() : text.codePointCount(0, text.length()) <= Note.MOST && printable(text);
    return right ? Optional.of(new Right("", Map.of(), text, note.next())) : Optional.empty();
  }

  /** Line breaks and tabs are. */
  private static boolean printable(String text) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }

  /** There is nothing to answer, only to go on. */
  private static Optional<Right> read(String answer, String next) {
    return answer.isEmpty() ? Optional.of(new Right("", Map.of(), "", next)) : Optional.empty();
  }
}
