package io.switchboard.desktop.words;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.why.Against;
import io.switchboard.core.why.Candidate;
import io.switchboard.core.why.Place;
import io.switchboard.core.why.WhyWaiting;
import io.switchboard.desktop.words.Language;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One language's sentences. */
public final class DecisionWords {
  private final boolean chinese;
  private final Function<AgentId, String> names;

  private DecisionWords(boolean chinese, Function<AgentId, String> names) {
    this.chinese = chinese;
    this.names = names;
  }

  /** {@code names}: how people call an agent. */
  public static DecisionWords in(Language language, Function<AgentId, String> names) {
    return new DecisionWords(language == Language.CHINESE, names);
  }

  /** What is against one agent. */
  public String against(Candidate candidate) {
    String name = names.apply(candidate.agent());
    return switch (candidate.against()) {
      case LACKS_SKILL -> said(
          "%s has %s at level %d, the call asks for %d.", "%s 的“%s”技能等级为 %d，该呼叫要求 %d。", name, candidate.about(), candidate.has(),
          candidate.needs());
      case SIGNED_OUT -> said("%s is not signed in.", "%s 未签入。", name);
      case NOT_READY -> candidate.about().isEmpty()
          ? said("%s is not ready.", "%s 未就绪。", name)
          : said("%s is not ready: %s.", "%s 未就绪：%s。", name, candidate.about());
      case RESERVED -> said("%s is reserved for another call, whose phone is being dialled.", "%s 已预占，正在为另一个呼叫拨号。", name);
      case RINGING -> said("%s is being rung for another call.", "%s 正在为另一个呼叫振铃。", name);
      case TALKING -> said("%s talks.", "%s 正在通话。", name);
      case HELD -> said("%s has another caller on hold.", "%s 正在保持另一个呼叫。", name);
      case BREAK_DUE -> said("%s goes on a break after the call at hand.", "%s 在当前呼叫结束后休息。", name);
      case WRAP_UP -> said("%s is in wrap-up.", "%s 正在话后处理。", name);
      case PHONE_UNREACHABLE -> said("%s is ready, but the phone cannot be reached.", "%s 已就绪，但话机无法接通。", name);
      case PHONE_UNFIT -> said("%s is ready, but the check of sound and microphone in the page is not passed.", "%s 已就绪，但页面中的声音和麦克风检查未通过。", name);
      case PREFERS_ANOTHER -> said("%s is ready, but the call waits for the agent whom it prefers.", "%s 已就绪，但该呼叫在等待首选坐席。", name);
      case KEPT -> said("%s is ready, but kept for more important calls.", "%s 已就绪，但为更重要的呼叫保留。", name);
      case LINE_DOWN -> said("%s is ready, but Asterisk does not answer.", "%s 已就绪，但 Asterisk 没有响应。", name);
      case NOTHING -> said("Nothing is against %s.", "%s 没有任何不可接听的原因。", name);
    };
  }

  /** Why it waits, in one sentence. */
  public String summary(WhyWaiting why) {
    if (why.preferred() != null) {
      return said("It waits for %s, %d s more at most.", "正在等待 %s，最多再等 %d 秒。", names.apply(why.preferred()),
          Math.max(0, why.preferredUntilMs() - why.atMs()) / 1000);
    }
    if (why.candidates().isEmpty()) {
      return said("No agent serves this queue.", "没有坐席服务该队列。");
    }
    Map<Against, Long> counts = why.candidates().stream()
        .collect(Collectors.groupingBy(Candidate::against, () -> new EnumMap<>(Against.class), Collectors.counting()));
    return said("None of the %d agents of this queue may take it: %s.", "该队列的 %d 名坐席均无法接听：%s。", why.candidates().size(),
        counts.entrySet().stream().map(entry -> counted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(chinese ? "，" : ", ")));
  }

  private String counted(Against against, long count) {
    return switch (against) {
      case LACKS_SKILL -> said("%d without the skill", "%d 名技能不足", count);
      case SIGNED_OUT -> said("%d not signed in", "%d 名未签入", count);
      case NOT_READY -> said("%d not ready", "%d 名未就绪", count);
      case RESERVED -> said("%d reserved", "%d 名已预占", count);
      case RINGING -> said("%d being rung", "%d 名振铃中", count);
      case TALKING -> said("%d talking", "%d 名通话中", count);
      case HELD -> said("%d with a caller on hold", "%d 名保持中", count);
      case BREAK_DUE -> said("%d about to go on a break", "%d 名即将休息", count);
      case WRAP_UP -> said("%d in wrap-up", "%d 名话后处理", count);
      case PHONE_UNREACHABLE -> said("%d with a phone that cannot be reached", "%d 名话机无法接通", count);
      case PHONE_UNFIT -> said("%d whose page has not passed its check of sound", "%d 名页面声音检查未通过", count);
      case PREFERS_ANOTHER -> said("%d whom it does not prefer", "%d 名非首选", count);
      case KEPT -> said("%d kept for more important calls", "%d 名为更重要的呼叫保留", count);
      case LINE_DOWN -> said("%d while Asterisk does not answer", "%d 名因 Asterisk 无响应", count);
      case NOTHING -> said("%d being offered it now", "%d 名正在派送", count);
    };
  }

  /** What makes a call's place. */
  public String place(Place place, long nowMs) {
    long points = (long) place.ownPoints() + place.queuePoints() + place.classPoints();
    return said(
        "Position %d: it has waited %d s, its queue means to answer within %d s, and %d points of %d s each (call %d, queue %d, customer %d)"
            + " make it due earlier.",
        "第 %d 位：已等待 %d 秒，队列目标为 %d 秒内应答，%d 个优先分（每分 %d 秒；呼叫 %d、队列 %d、客户 %d）使其应答时限提前。",
        place.position(), (nowMs - place.enteredMs()) / 1000, place.goalMs() / 1000, points, place.pointWorthMs() / 1000, place.ownPoints(),
        place.queuePoints(), place.classPoints());
  }

  /** Why this agent, why then. */
  public String offered(Fact.OfferMade offer) {
    return said("%s %s %s", "%s%s%s", whichAgent(offer), measured(offer.why()), whyThen(offer.why()));
  }

  private String whichAgent(Fact.OfferMade offer) {
    Fact.Decision why = offer.why();
    String name = names.apply(offer.agent());
    if (why.policy().equals("last_agent")) {
      return said("%s talked with this number last.", "%s 是上次与该号码通话的坐席。", name);
    }
    if (why.policy().equals("only_agent")) {
      return said("The call was for %s alone.", "该呼叫只转给 %s。", name);
    }
    return why.policy().equals("preferred_agent")
        ? said("%s is the agent whom the call preferred.", "%s 是该呼叫的首选坐席。", name)
        : why.candidates() == 1
            ? said("%s was the only ready agent who could take it.", "%s 是唯一可以接听的就绪坐席。", name)
            : said("%s was chosen among %d ready agents who could take it.", "在 %2$d 名可接听的就绪坐席中选择了 %1$s。", name, why.candidates());
  }

  private String measured(Fact.Decision why) {
    return switch (why.policy()) {
      case "longest_idle" -> said("Longest idle: %d s.", "空闲时间最长：%d 秒。", why.idleMs() / 1000);
      case "round_robin" -> said("In turn: the last offer was the longest ago.", "轮流派送：距上次派送最久。");
      case "least_occupied" -> said("Least occupied: %.1f %%.", "占用率最低：%.1f%%。", why.measure() / 10_000.0);
      case "fewest_calls" -> said("Fewest calls: %d.", "接听最少：%d 个。", why.measure());
      case "most_skilled" -> said("Most skilled: %d in all.", "技能最高：合计 %d。", -why.measure());
      case "weighted" -> said("The smallest share of calls by weight.", "按权重计接听份额最小。");
      default -> said("Idle for %d s.", "已空闲 %d 秒。", why.idleMs() / 1000);
    };
  }

  private String whyThen(Fact.Decision why) {
    long seconds = why.waitedMs() / 1000;
    return switch (why.trigger()) {
      case "call_arrived" -> said("At once, when the call came.", "呼叫进入时立即派送。");
      case "agent_free" -> said("After %d s, when an agent became free.", "等待 %d 秒后，有坐席空闲。", seconds);
      case "skills_relaxed" -> said("After %d s, when fewer skills were enough.", "等待 %d 秒后，技能要求放宽。", seconds);
      case "reserve_released" -> said("After %d s, when it had waited long enough for a kept agent.", "等待 %d 秒后，可使用保留坐席。", seconds);
      case "preferred_agent_busy" ->
          said("After %d s, when it had waited long enough for its preferred agent.", "等待 %d 秒后，不再等待首选坐席。", seconds);
      case "offer_failed" -> said("After %d s, when the agent before had not answered.", "等待 %d 秒后，前一名坐席未应答。", seconds);
      case "phone_back" -> said("After %d s, when a phone could be reached again.", "等待 %d 秒后，话机恢复可用。", seconds);
      case "line_back" -> said("After %d s, when Asterisk answered again.", "等待 %d 秒后，Asterisk 恢复响应。", seconds);
      case "callback_due" -> said("After %d s, when his callback was due.", "等待 %d 秒后，轮到回拨该客户。", seconds);
      case "settings_changed" -> said("After %d s, when the settings changed.", "等待 %d 秒后，设置已更改。", seconds);
      default -> said("After %d s.", "等待 %d 秒后。", seconds);
    };
  }

  /** What came of an offer. */
  public String outcome(OfferEnding ending) {
    return switch (ending) {
      case UNANSWERED -> said("Not answered.", "未应答。");
      case BUSY -> said("Busy.", "忙线。");
      case DECLINED -> said("Declined.", "被拒接。");
      case UNREACHABLE -> said("The phone could not be reached.", "话机无法接通。");
      case CALLER_GONE -> said("The caller hung up.", "主叫已挂机。");
      case WITHDRAWN -> said("Taken back.", "已撤回。");
      case CUSTOMER_MISSED -> said("The customer was not reached when he was called back.", "回拨客户未接通。");
      case ANSWERED_ELSEWHERE -> said("Another agent answered first.", "其他坐席已先接听。");
      case LOST -> said("Lost while the platform or Asterisk was away.", "平台或 Asterisk 中断期间丢失。");
      case FAILED -> said("Asterisk could not place it.", "Asterisk 无法呼出。");
    };
  }

  public String answered(Fact.Connected connected) {
    return said("Answered after %d s of ringing.", "振铃 %d 秒后应答。", connected.ringingMs() / 1000);
  }

  private String said(String english, String inChinese, Object... values) {
    return String.format(Locale.ROOT, chinese ? inChinese : english, values);
  }
}
