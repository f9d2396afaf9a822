package io.switchboard.desktop.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      - | ENGLISH
      zh | CHINESE
      zh-CN,zh;q=0.9,en;q=0.8 | CHINESE
      de-DE, en;q=0.5, zh;q=0.7 | CHINESE
      en-GB,zh;q=0.9 | ENGLISH
      zh;q=0 | ENGLISH
      zh;q=x | ENGLISH
      zhx | ENGLISH
      *;;;,,q=, | ENGLISH
      """)
  void theReadersPreferenceIsKept(String header, Language language) {
    assertEquals(language, Language.preferred(header));
  }

  @Test
  void anEndlessHeaderIsNotRead() {
    assertEquals(Language.ENGLISH, Language.preferred("zh," + "x,".repeat(1000)));
  }
}
