package io.switchboard.ivr.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpokenNumberTest {
  private static List<String> said(String text, String number) {
    return new Prompt("en", "confirm", text, Optional.empty()).around(Map.of(Prompt.NUMBER, number));
  }

  @Test
  void aNumberIsSaidDigitByDigit_betweenWhatIsSaidToEverybody() {
    assertEquals(
        List.of("We call", "4", "9", "1", ". Press 1."), said("We call {number}. Press 1.", "+491"));
  }

  @Test
  void whereThereIsNoNumberTheRestIsSaid_andMereSignsAreNot() {
    assertEquals(List.of("We call"), said("We call {number}.", ""));
  }
}
