package io.switchboard.desktop.link;

import static io.switchboard.desktop.link.SessionState.AWAY;
import static io.switchboard.desktop.link.SessionState.CONNECTED;
import static io.switchboard.desktop.link.SessionState.NEW;
import static io.switchboard.desktop.link.SessionState.OVER;
import static io.switchboard.desktop.link.SessionTrigger.ADMITTED;
import static io.switchboard.desktop.link.SessionTrigger.EXPIRED;
import static io.switchboard.desktop.link.SessionTrigger.LOST;
import static io.switchboard.desktop.link.SessionTrigger.REFUSED;
import static io.switchboard.desktop.link.SessionTrigger.RESUMED;
import static io.switchboard.desktop.link.SessionTrigger.REVOKED;

import io.switchboard.core.state.TransitionTable;

/** The transition table of a desktop session; its diagram is docs/states/desktop-session.md. */
public final class SessionTable {
  public static final TransitionTable<SessionState, SessionTrigger> TABLE = TransitionTable.of(SessionState.class, SessionTrigger.class, NEW)
      .on(NEW, ADMITTED, CONNECTED)
      .on(NEW, REFUSED, OVER)
      .on(NEW, LOST, OVER)
      .reject("it was never admitted", NEW, RESUMED, EXPIRED, REVOKED)
      .on(CONNECTED, LOST, AWAY)
      .on(CONNECTED, RESUMED, CONNECTED)
      .on(CONNECTED, REVOKED, OVER)
      .reject("it was admitted", CONNECTED, ADMITTED, REFUSED)
      .ignore("it is not away", CONNECTED, EXPIRED)
      .on(AWAY, RESUMED, CONNECTED)
      .on(AWAY, EXPIRED, OVER)
      .on(AWAY, REVOKED, OVER)
      .ignore("the socket was known to be gone", AWAY, LOST)
      .reject("it was admitted", AWAY, ADMITTED, REFUSED)
      .ignore("it is over", OVER, LOST, EXPIRED, REVOKED, REFUSED)
      .reject("it is over", OVER, ADMITTED, RESUMED)
      .build();

  private SessionTable() {}
}
