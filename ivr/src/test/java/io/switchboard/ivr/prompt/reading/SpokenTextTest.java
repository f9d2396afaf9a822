package io.switchboard.ivr.prompt.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.ivr.prompt.reading.SpokenText.Fixed;
import io.switchboard.ivr.prompt.reading.SpokenText.Place;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpokenTextTest {
  private static List<String> slots(String text) {
    return SpokenText.of(text).slots().stream().map(Slot::toString).toList();
  }

  private static List<String> faults(String text) {
    return SpokenText.of(text).faults().stream().map(fault -> fault.wrong() + ". " + fault.right()).toList();
  }

  @Test
  void aTextIsFixedPartsAndPlacesInTheirOrder() {
    assertEquals(
        List.of(new Fixed("You have "), new Place(new Slot("sum", Reading.MONEY, "EUR", "")), new Fixed(" since "),
            new Place(Slot.of("since", Reading.DAY)), new Place(Slot.of("x", Reading.TEXT))),
        SpokenText.of("You have {sum:money:EUR} since {since:day}{x}").parts());
  }

  @Test
  void theThirdWordOfMoneyIsItsCodeOrTheArgumentThatHasTheCode() {
    assertEquals(List.of("a:money:EUR", "a:money:currency", "n", "n:date-time"),
        slots("{a:money:EUR} {a:money:currency} {n} {n:date-time}"));
    assertEquals(Set.of("a", "currency"), SpokenText.of("{a:money:currency}").slots().getFirst().arguments());
  }

  @Test
  void whatIsNotWellWrittenIsSaidWithItsRemedy() {
    assertEquals(List.of("{a:monney:EUR} cannot be read as 'monney'. one of text, digits, number, count, ordinal, money, date, day, time,"
        + " date-time, duration behind the colon"), faults("You have {a:monney:EUR}."));
    assertEquals(List.of("{a:money} does not say of which currency. {a:money:EUR} or, where a variable has the code, {a:money:currency}"),
        faults("{a:money}"));
    assertEquals(List.of("{a:money:XQZ}: there is no currency 'XQZ'. a code of ISO 4217, e.g. EUR, USD, GBP or CNY"), faults("{a:money:XQZ}"));
    assertEquals(List.of("{a:date:EUR} says more than 'date' takes. {a:date}"), faults("{a:date:EUR}"));
    assertEquals(List.of("{Name} names no argument. a name of a-z 0-9 _ that begins with a letter, e.g. {name}"), faults("{Name}"));
    assertEquals(List.of("a brace stands alone. { and } only around a name, e.g. {name}"), faults("{name} and {other"));
    assertEquals(List.of(), faults("You are number {n:number} of {all:count}: {a:money:cur}"));
  }

  @Test
  void whatIsNotWellWrittenIsNoPlace() {
    assertEquals(List.of("b"), slots("{a:monney} {b}"));
  }
}
