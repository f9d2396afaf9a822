package io.switchboard.app.editing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionPatchTest {
  private static final String TEXT = """
      # where calls wait
      demo:
        # the first
        sales:
          skills: { sales: 5 }   # at least
          relax:                 # in steps
            - after_s: 30
              skills: { sales: 3 }
          ring_s: 15             # then the next

        # 😀 the second
        support: { ring_s: 20, hours: always } # short
        empty: {}
        bare:
      """;

  private static String patched(String queue, String key, Object value) {
    return SectionPatch.patched(TEXT, List.of("demo", queue), Collections.singletonMap(key, value)).orElse("not possible");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      sales | ring_s | 7 | `ring_s: 15             # then` | `ring_s: 7             # then`
      sales | hours | office | `# then the next⏎` | `# then the next⏎    hours: office⏎`
      sales | music | a b | `# then the next⏎` | `# then the next⏎    music: "a b"⏎`
      sales | music | true | `# then the next⏎` | `# then the next⏎    music: "true"⏎`
      support | ring_s | 7 | ring_s: 20 | ring_s: 7
      support | wrap_up_s | 9 | hours: always } | hours: always, wrap_up_s: 9 }
      empty | ring_s | 7 | empty: {} | empty: { ring_s: 7 }
      bare | ring_s | 7 | bare: | bare: { ring_s: 7 }
      """)
  void oneValueIsSet_andNothingElse(String queue, String key, String value, String from, String to) {
    Object given = value.matches("[0-9]+") ? Integer.valueOf(value) : value;
    assertEquals(TEXT.replace(from.replace("⏎", "\n"), to.replace("⏎", "\n")), patched(queue, key, given));
  }

  @Test
  void nullTakesASettingOut_withItsLine() {
    assertEquals(TEXT.replace("    ring_s: 15             # then the next\n", ""), patched("sales", "ring_s", null));
    assertEquals(TEXT.replace("""
            relax:                 # in steps
              - after_s: 30
                skills: { sales: 3 }
        """, ""), patched("sales", "relax", null));
    assertEquals(TEXT.replace("ring_s: 20, ", ""), patched("support", "ring_s", null));
    assertEquals(TEXT.replace(", hours: always", ""), patched("support", "hours", null));
    assertEquals(TEXT, patched("support", "music", null));
  }

  @Test
  void sectionsAreMerged_listsAreReplaced() {
    Map<String, Object> skills = new LinkedHashMap<>();
    skills.put("sales", null);
    skills.put("english", 3);
    assertEquals(TEXT.replace("skills: { sales: 5 } ", "skills: { english: 3 } "), patched("sales", "skills", skills));
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("after_s", 5);
    step.put("skills", Map.of("sales", 1));
    assertEquals(
        TEXT.replace("- after_s: 30\n        skills: { sales: 3 }", "[{ after_s: 5, skills: { sales: 1 } }]"),
        patched("sales", "relax", List.of(step)));
    assertEquals(TEXT.replace("hours: always }", "hours: always, reserve: { agents: 1 } }"), patched("support", "reserve", Map.of("agents", 1)));
  }

  @Test
  void whenThereIsNoSuchSection_thenNothingIsWritten() {
    assertEquals(Optional.empty(), SectionPatch.patched(TEXT, List.of("demo", "other"), Map.of("ring_s", 7)));
    assertEquals(Optional.empty(), SectionPatch.patched("demo: [", List.of("demo", "other"), Map.of("ring_s", 7)));
  }

  /** Any patch of any text of this shape gives the merge of the values: {@link SectionPatch} compares, so it must not refuse either. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyPatchCanBeWritten(long seed) {
    Random random = new Random(seed);
    String text = TEXT;
    List<String> keys = List.of("skills", "relax", "ring_s", "hours", "music", "reserve");
    for (int i = 0; i < 200; i++) {
      Map<String, Object> patch = new LinkedHashMap<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        patch.put(keys.get(random.nextInt(keys.size())), value(random, 2));
      }
      String queue = List.of("sales", "support", "empty", "bare").get(random.nextInt(4));
      String before = text;
      text = SectionPatch.patched(text, List.of("demo", queue), patch).orElseThrow(() -> new AssertionError(queue + " " + patch + "\n" + before));
    }
    assertEquals(1, text.lines().filter(line -> line.contains("# 😀 the second")).count(), text);
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> null;
      case 1 -> random.nextInt(100);
      case 2 -> random.nextBoolean();
      case 3 -> List.of("office", "a: b # c", "\"q\" \\ ß😀", "", "12", "null", "- x", "{").get(random.nextInt(8));
      case 4 -> "always";
      case 5 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(random, 0) instanceof Integer number ? number : "x");
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          map.put("k" + random.nextInt(3), value(random, depth - 1));
        }
        yield map;
      }
    };
  }
}
