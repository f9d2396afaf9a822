package io.switchboard.bench.ivr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A bank's menus: the main one, three below it, and three below each of these. Keys lead down, up, and on to the neighbours, so that one can
 * go around in them for ever; no key leads to the menu where it is pressed.
 */
final class Menus {
  static final String FLOW = "bank";
  static final String MAIN = "bank-main";

  /** In English, in Chinese; each begins with another word. */
  private record Name(String id, String en, String zh) {}

  private static final Name MAIN_NAME = new Name(MAIN, "Main menu", "主菜单");
  private static final List<List<Name>> GROUPS = List.of(
      List.of(new Name("accounts", "Accounts", "账户"), new Name("balance", "Balance", "余额"), new Name("statement", "Statements", "明细"),
          new Name("transfer", "Transfers", "转账")),
      List.of(new Name("cards", "Cards", "银行卡"), new Name("lost-card", "Lost or stolen", "挂失"), new Name("limit", "Raising a limit", "额度"),
          new Name("pin", "Secret number", "密码")),
      List.of(new Name("loans", "Loans", "贷款"), new Name("repay", "Repayment", "还款"), new Name("interest", "Interest", "利率"),
          new Name("contract", "Contracts", "合同")));

  /** A language's key in the first menu. */
  enum Language {
    EN('1'),
    ZH('2');

    final char key;

    Language(char key) {
      this.key = key;
    }

    String prompt(String id) {
      return name().toLowerCase(Locale.ROOT) + "/" + id;
    }
  }

  private final Map<String, SortedMap<Character, Name>> menus = new LinkedHashMap<>();
  private final List<Name> names = new ArrayList<>();

  Menus() {
    names.add(MAIN_NAME);
    SortedMap<Character, Name> main = new TreeMap<>();
    menus.put(MAIN, main);
    for (int group = 0; group < GROUPS.size(); group++) {
      List<Name> members = GROUPS.get(group);
      main.put(key(group), members.getFirst());
      SortedMap<Character, Name> top = new TreeMap<>(Map.of('0', MAIN_NAME));
      for (int leaf = 1; leaf < members.size(); leaf++) {
        top.put(key(leaf - 1), members.get(leaf));
        menus.put(members.get(leaf).id(), leaf(members, leaf));
      }
      menus.put(members.getFirst().id(), top);
      names.addAll(members);
    }
  }

  private static SortedMap<Character, Name> leaf(List<Name> members, int leaf) {
    SortedMap<Character, Name> keys = new TreeMap<>(Map.of('0', members.getFirst(), '*', MAIN_NAME));
    for (int other = 1; other < members.size(); other++) {
      if (other != leaf) {
        keys.put(key(other - 1), members.get(other));
      }
    }
    return keys;
  }

  private static char key(int index) {
    return (char) ('1' + index);
  }

  /** A key that leads somewhere. */
  char anyKey(String menu, Random random) {
    List<Character> keys = List.copyOf(keys(menu).keySet());
    return keys.get(random.nextInt(keys.size()));
  }

  /** The menu to which a key leads, which is also its prompt. */
  String after(String menu, char key) {
    Name next = keys(menu).get(key);
    if (next == null) {
      throw new IllegalArgumentException("in " + menu + " no " + key);
    }
    return next.id();
  }

  private SortedMap<Character, Name> keys(String menu) {
    SortedMap<Character, Name> keys = menus.get(menu);
    if (keys == null) {
      throw new IllegalArgumentException("no menu " + menu);
    }
    return keys;
  }

  /** The flow's file. */
  String flow() {
    StringBuilder text = new StringBuilder("""
        description: Menus without end, for the bench.
        first: language
        steps:
          language:
            menu:
              prompts: [{prompt: choose-language, language: en}, {prompt: choose-language, language: zh}]
              keys: {1: english, 2: chinese}
              no_key: {repeats: 9, then: end}
          english: {language: {language: en, next: %1$s}}
          chinese: {language: {language: zh, next: %1$s}}
          end: {hangup: {reason: flow_ended}}
        """.formatted(MAIN));
    menus.forEach((id, keys) -> text.append("  %1$s: {menu: {prompts: [%1$s], keys: {%2$s%3$s}, no_key: {repeats: 9, then: end}}}%n".formatted(
        id, keys.entrySet().stream().map(key -> "\"" + key.getKey() + "\": " + key.getValue().id()).collect(Collectors.joining(", ")),
        id.equals(MAIN) ? ", \"9\": end" : "")));
    return text.toString();
  }

  /** Their lines of the prompts' file in English. */
  String english() {
    return names.stream()
        .map(name -> name.id() + ": \"" + name.en() + ". " + keys(name.id()).entrySet().stream()
            .map(key -> "For " + key.getValue().en() + ", press " + spoken(key.getKey(), "star") + ". ").collect(Collectors.joining()).strip() + "\"\n")
        .collect(Collectors.joining());
  }

  /** The same in Chinese. */
  String chinese() {
    return names.stream()
        .map(name -> name.id() + ": \"" + name.zh() + "。" + keys(name.id()).entrySet().stream()
            .map(key -> key.getValue().zh() + "请按" + spoken(key.getKey(), "星号") + "。").collect(Collectors.joining()) + "\"\n")
        .collect(Collectors.joining());
  }

  private static String spoken(char key, String star) {
    return key == '*' ? star : String.valueOf(key);
  }
}
