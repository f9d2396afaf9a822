package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.Line.With;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves the legs of a talk to where they are wanted. A leg that is moved out of a bridge leaves the other one where its own dialplan goes on
 * by itself: the caller is held, the agent stands aside, but a third party is let go; so a third party is always moved first.
 */
final class Arranging {
  private static final String KEEP = "CC_KEEP";
  private static final String ASIDE = "switchboard-aside";
  private static final String THIRD = "switchboard-third";
  private static final String JOIN = "switchboard-join";
  private static final String ROOM = "switchboard-room";

  private final Consumer<Act> out;

  Arranging(Consumer<Act> out) {
    this.out = out;
  }

  void arrange(CallerLeg caller, Offering agent, @Nullable Offering third, With with) {
    Offering other = third != null && third.connected() ? third : null;
    switch (with) {
      case CUSTOMER -> {
        hold(other);
        leaveRoom(caller);
        out.accept(new Act.SetVariable(caller.channel, KEEP, ""));
        move(agent, Stand.CUSTOMER, JOIN, "again");
      }
      case NOBODY -> {
        hold(other);
        keep(caller, agent);
        leaveRoom(caller);
        move(agent, Stand.ASIDE, ASIDE, "s");
      }
      case THIRD -> {
        keep(caller, agent);
        leaveRoom(caller);
        boolean joined = other != null && other.stand() == Stand.THIRD;
        if (!joined) {
          move(agent, Stand.ASIDE, ASIDE, other == null && third != null ? "rings" : "s");
        }
        if (other != null) {
          move(other, Stand.THIRD, THIRD, "s");
        }
      }
      case EVERYBODY -> {
        keep(caller, agent);
        if (other != null) {
          move(other, Stand.ROOM, ROOM, "leg");
        }
        move(agent, Stand.ROOM, ROOM, "leg");
        if (!caller.inRoom()) {
          caller.inRoom(true);
          out.accept(new Act.Move(caller.channel, ROOM, "caller"));
        }
      }
    }
  }

  /**
   * The third party's leg becomes the talk's, and the agent's leg ends.
   *
   * @param agent null: it has ended already
   * @param third null: there is none, and the caller is held
   */
  void handOn(CallerLeg caller, @Nullable Offering agent, @Nullable Offering third) {
    if (third != null) {
      takesOver(caller, third);
    } else if (agent != null) {
      leaveRoom(caller);
    }
    if (agent != null) {
      agent.handsOver();
      keep(caller, agent);
      out.accept(new Act.HangUp(agent.leg()));
    }
  }

  private void takesOver(CallerLeg caller, Offering third) {
    third.handedOn();
    out.accept(new Act.SetVariable(third.leg(), "CC_ROLE", "agent"));
    if (!third.connected()) {
      out.accept(new Act.SetVariable(third.leg(), "CC_WITH", ""));
      return;
    }
    caller.talks();
    if (third.stand() != Stand.ROOM) {
      move(third, Stand.CUSTOMER, JOIN, "again");
    }
  }

  /** Where this leg leaves him, he is held. */
  private void keep(CallerLeg caller, Offering agent) {
    out.accept(new Act.SetVariable(caller.channel, KEEP, agent.leg()));
  }

  private void hold(@Nullable Offering third) {
    if (third != null) {
      move(third, Stand.WAITS, THIRD, "held");
    }
  }

  /** The caller is held again, where he is in the conference. */
  void leaveRoom(CallerLeg caller) {
    if (caller.inRoom()) {
      caller.inRoom(false);
      out.accept(new Act.Move(caller.channel, ROOM, "back"));
    }
  }

  /** Said once more where it stands there already: it may be on its way elsewhere by an older word. */
  private void move(Offering leg, Stand to, String context, String extension) {
    if (leg.stand() != to || to == Stand.ASIDE) {
      leg.stands(to);
      out.accept(new Act.Move(leg.leg(), context, extension));
    }
  }
}
