package io.switchboard.core.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
  private static final TenantId DEMO = new TenantId("demo");

  @Test
  void aCustomerIsFoundByNameCompanyAndNumbers_withoutCaseAndAccents() {
    assertEquals("jorg grossmann\nmuller gmbh\n491701234567", SearchText.of("Jörg  Großmann", "Müller GmbH", List.of("+491701234567")));
  }

  @ParameterizedTest
  @CsvSource({"MÜL,mul", "0170 12,17012", "+49 (170) 12-3,491701​23", "0049170,49170", "王伟,王伟", "4711 Ltd,4711 ltd", "' an ',an", "00,''"})
  void aQueryIsReadAsTheTextIs_andANumberWithoutWhatLeadsOut(String typed, String query) {
    assertEquals(query.replace("​", ""), SearchText.query(typed));
  }

  @Test
  void whatIsInTheTextHasAllItsPiecesThere() {
    String text = SearchText.of("Anna 王小伟", "Linden", List.of("+491701234567"));
    Set<Integer> pieces = SearchText.pieces(DEMO, text);
    for (String line : text.lines().toList()) {
      for (int from = 0; from < line.length(); from++) {
        for (int to = from + 2; to <= line.length(); to++) {
          String query = line.substring(from, to);
          assertTrue(pieces.containsAll(SearchText.wanted(DEMO, query, 4)), query);
        }
      }
    }
  }

  @Test
  void theSamePiecesOfAnotherTenantAreOthers() {
    assertNotEquals(SearchText.pieces(DEMO, "anna"), SearchText.pieces(new TenantId("other"), "anna"));
  }

  @Test
  void samplesAreTheSameEachTime_andHaveNumbersOfTheirOwn() {
    assertEquals(SampleCustomers.at(17), SampleCustomers.at(17));
    Set<String> numbers = new java.util.HashSet<>();
    for (int place = 0; place < 50_000; place++) {
      assertTrue(numbers.add(SampleCustomers.at(place).numbers().getFirst()));
    }
  }
}
