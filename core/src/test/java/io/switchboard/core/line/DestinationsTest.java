package io.switchboard.core.line;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"+4930123456", "+491711234567", "+8613812345678", "+12125550123"})
  void whenNothingIsListed_thenOrdinaryNumbersMayBeCalled(String number) {
    assertTrue(Destinations.UNLISTED.allows(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+499001234567", "+19002345678", "+447012345678", "030123456", "+49 30 123456", "+4930123&Local/x", "+", "", "+99912345678"})
  void whenNothingIsListed_thenNumbersThatSomebodyEarnsByMayNot_norWhatIsNoNumber(String number) {
    assertFalse(Destinations.UNLISTED.allows(number));
  }

  @Test
  void whenPrefixesAreListed_thenTheyAloneDecide() {
    Destinations listed = new Destinations(List.of("+4930", "+49900"));
    assertTrue(listed.allows("+4930123456"));
    assertTrue(listed.allows("+499001234567"));
    assertFalse(listed.allows("+4989123456"));
  }
}
