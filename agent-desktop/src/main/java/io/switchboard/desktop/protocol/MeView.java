package io.switchboard.desktop.protocol;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent and his state.
 *
 * @param languages codes of the languages that he speaks with callers
 * @param queues those that he serves
 * @param reasons those for being not ready that he may give
 * @param reason of not ready, else empty
 * @param untilMs when his state is over by itself, or his time for its reason; null: by no time
 * @param extendable his wrap-up may be extended now
 * @param pending what follows the call at hand: {@code ready}, {@code not_ready:reason} or {@code sign_out}; else empty
 * @param wrapUpCodes of the call at hand; empty: there are none
 * @param codeRequired his wrap-up does not end before he gave one
 * @param canDial he may dial a number now; an emergency number he may always
 */
public record MeView(
    String user, String displayName, String role, String tenant, List<String> languages, List<String> queues, List<Reason> reasons,
    AgentState state, String reason, long sinceMs, @Nullable Long untilMs, boolean extendable, String pending, @Nullable NoticeView notice,
    List<WrapUpCode> wrapUpCodes, boolean codeRequired, boolean canDial) {

  /** {@code limitS}: how long one may be so, in seconds; null: as long as one likes. */
  public record Reason(String name, @Nullable Long limitS) {}

  /** What he is to know of his state that he did not do himself. */
  public record NoticeView(Notice code, String textEn, String textZh) {}

  public record WrapUpCode(String code, String textEn, String textZh) {
    /** The one of this name; by its name alone where it is not there any more. */
    public static WrapUpCode named(String code, List<WrapUpCode> all) {
      return all.stream().filter(each -> each.code().equals(code)).findFirst().orElseGet(() -> new WrapUpCode(code, code, code));
    }
  }
}
