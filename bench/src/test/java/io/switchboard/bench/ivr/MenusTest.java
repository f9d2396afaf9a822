package io.switchboard.bench.ivr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MenusTest {
  @Test
  void oneCanGoAroundForEver_neverStayingWhereOneIs_andComesEverywhere() {
    Menus menus = new Menus();
    Random random = new Random(1);
    Set<String> seen = new HashSet<>();
    String menu = Menus.MAIN;
    for (int n = 0; n < 1_000; n++) {
      String next = menus.after(menu, menus.anyKey(menu, random));
      assertNotEquals(menu, next);
      seen.add(next);
      menu = next;
    }
    assertEquals(13, seen.size());
    assertEquals(13, menus.english().lines().count());
    assertEquals(13, menus.chinese().lines().count());
  }
}
