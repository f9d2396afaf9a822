package io.switchboard.desktop.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.words.Language;
import io.switchboard.desktop.words.NoticeWords;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeNowTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");
  private boolean reachable = true;

  private @Nullable NoticeNow notice(AgentState state, String reason, String pending, String by, boolean overLimit, Language language) {
    Snapshot.Agent counted = new Snapshot.Agent(
        ANNA, state, 0, 0, reason, pending, by, 0, overLimit, null, 0, 0, 0, 0, null, 0, null, new Snapshot.Spent(0, java.util.Map.of()));
    return NoticeNow.of(AgentNow.of(counted, new Phones()), counted, language);
  }

  @ParameterizedTest
  @CsvSource({"no_answer,NO_ANSWER", "busy,BUSY", "declined,DECLINED"})
  void whoLetTooManyPass_isToldWhich(String reason, Notice code) {
    NoticeNow told = notice(AgentState.NOT_READY, reason, "", "", false, Language.ENGLISH);
    assertNotNull(told);
    assertEquals(code, told.code());
    assertTrue(told.text().startsWith("You are not ready: "), told.text());
  }

  @Test
  void whoseStateIsHisOwn_isToldNothing() {
    for (AgentState state : AgentState.values()) {
      assertNull(notice(state, state == AgentState.NOT_READY ? "lunch" : "", "", "", false, Language.ENGLISH));
    }
  }

  @Test
  void whosePhoneCannotBeReached_isTold_inHisLanguage() {
    reachable = false;
    NoticeNow told = notice(AgentState.READY, "", "", "", false, Language.CHINESE);
    assertNotNull(told);
    assertEquals(Notice.PHONE_UNREACHABLE, told.code());
    assertEquals("无法向您派送呼叫：话机无法接通。请检查话机是否已注册。", told.text());
    assertNull(notice(AgentState.SIGNED_OUT, "", "", "", false, Language.CHINESE));
  }

  @Test
  void whoIsOverHisTime_andWhoWasChanged_areTold() {
    NoticeNow over = notice(AgentState.NOT_READY, "lunch", "", "sam", true, Language.ENGLISH);
    assertEquals(new NoticeNow(Notice.OVER_LIMIT, "", "Your time for lunch is over."), over);
    assertEquals(new NoticeNow(Notice.CHANGED, "sam", "sam changed your state: not_ready:training."),
        notice(AgentState.NOT_READY, "training", "", "sam", false, Language.ENGLISH));
    assertEquals(new NoticeNow(Notice.CHANGED, "sam", "sam changed your state: sign_out."),
        notice(AgentState.TALKING, "", "sign_out", "sam", false, Language.ENGLISH));
  }

  @ParameterizedTest
  @EnumSource
  void everyNoticeIsSaidInBothLanguages(Notice notice) {
    assertTrue(NoticeWords.text(notice, "lunch", "sam", Language.ENGLISH).chars().allMatch(c -> c < 128));
    assertTrue(NoticeWords.text(notice, "lunch", "sam", Language.CHINESE).codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
  }

  private final class Phones implements Numbers {
    @Override
    public Snapshot snapshot() {
      throw new AssertionError();
    }

    @Override
    public String displayName(AgentId agent) {
      return agent.name();
    }

    @Override
    public boolean reachable(AgentId agent) {
      return reachable;
    }

    @Override
    public String prometheus(Snapshot snapshot, List<Health.Part> parts) {
      throw new AssertionError();
    }
  }
}
