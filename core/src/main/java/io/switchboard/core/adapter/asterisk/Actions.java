package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.ami.ControlPlaybackAction;
import io.switchboard.core.line.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.asteriskjava.manager.action.AgiAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.MixMonitorMuteAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.action.StopMixMonitorAction;
import org.jspecify.annotations.Nullable;

/** Acts as Asterisk wants them said. Whatever a value holds, it stays one value. */
final class Actions {
  /** Q.850: as if a party had hung up. */
  private static final int NORMAL_CLEARING = 16;
  private static final String JOIN = "switchboard-join";
  private static final String THIRD = "switchboard-third";
  private static final String DIAL = "switchboard-dial";
  private static final String CALLBACK = "switchboard-callback";
  /** What phones honour: the first most desk phones, the second soft phones and some of the rest (RFC draft answer-after). */
  private static final Map<String, String> AUTO_ANSWER = new TreeMap<>(Map.of(
      "PJSIP_HEADER(add,Alert-Info)", "<http://localhost>;info=alert-autoanswer;delay=0",
      "PJSIP_HEADER(add,Call-Info)", "<sip:localhost>;answer-after=0"));

  private Actions() {}

  /** Null for an act that is not for Asterisk. */
  static @Nullable ManagerAction action(Act act) {
    return switch (act) {
      case Act.Publish a -> null;
      case Act.Wake a -> null;
      case Act.Agi a -> new AgiAction(a.channel(), Wire.line(a.command()), a.id());
      case Act.Leave a -> new RedirectAction(a.channel(), a.context(), "s", 1);
      case Act.StopSound a -> new ControlPlaybackAction(a.channel());
      case Act.SetVariable a -> new SetVarAction(a.channel(), a.name(), Wire.line(a.value()));
      case Act.Move a -> new RedirectAction(a.channel(), a.context(), a.extension(), 1);
      case Act.AskHold a -> new GetVarAction(a.leg(), "CHANNEL(rtp,hold)");
      case Act.AskTape a -> new GetVarAction(a.channel(), Taping.VARIABLE);
      case Act.MuteTape a -> mute(a);
      case Act.StopTape a -> stop(a);
      case Act.HangUp a -> new HangupAction(a.channel(), NORMAL_CLEARING);
      case Act.Originate a -> originate(a);
      case Act.OriginateListener a -> originate(a);
      case Act.Dial a -> dial(a);
    };
  }

  private static OriginateAction originate(Act.OriginateListener a) {
    OriginateAction action = new OriginateAction();
    action.setActionId(a.listener().toString());
    action.setChannel(Wire.line(a.dial()));
    action.setChannelId(a.leg());
    action.setContext(Listening.CONTEXT);
    action.setExten(a.extension());
    action.setPriority(1);
    action.setAsync(true);
    action.setTimeout(a.ringMs());
    String callerId = Wire.callerId(a.shown(), a.name());
    if (!callerId.isEmpty()) {
      action.setCallerId(callerId);
    }
    Map<String, String> variables = new LinkedHashMap<>(AUTO_ANSWER);
    variables.put("CC_CALLER", a.callerChannel());
    variables.put("CC_CALL", a.listener().call().value());
    variables.put("CC_OFFER", a.listener().toString());
    variables.put("CC_LEG", a.leg());
    variables.put("CC_SPIED", a.spied());
    variables.put("CC_ROLE", Listening.ROLE);
    action.setVariables(variables);
    return action;
  }

  private static OriginateAction dial(Act.Dial a) {
    Line.Ring agent = a.what().agent();
    OriginateAction action = new OriginateAction();
    action.setActionId(a.offer().toString());
    action.setChannel(Wire.line(a.channel()));
    action.setChannelId(a.leg());
    action.setContext(DIAL);
    action.setExten("s");
    action.setPriority(1);
    action.setAsync(true);
    action.setTimeout(agent.ringMs());
    String callerId = Wire.callerId(agent.callerNumber(), agent.callerName());
    if (!callerId.isEmpty()) {
      action.setCallerId(callerId);
    }
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CC_CALL", a.offer().call().value());
    variables.put("CC_OFFER", a.offer().toString());
    variables.put("CC_LEG", a.leg());
    variables.put("CC_ROLE", "agent");
    variables.put("CC_STATE", DialStage.PHONE.state());
    variables.putAll(Errands.variables(a.what(), a.routes()));
    if (agent.autoAnswer()) {
      variables.putAll(AUTO_ANSWER);
    }
    action.setVariables(variables);
    return action;
  }

  private static MixMonitorMuteAction mute(Act.MuteTape a) {
    MixMonitorMuteAction action = new MixMonitorMuteAction();
    action.setChannel(a.channel());
    action.setDirection("both");
    action.setState(a.silent() ? 1 : 0);
    return action;
  }

  private static StopMixMonitorAction stop(Act.StopTape a) {
    StopMixMonitorAction action = new StopMixMonitorAction();
    action.setChannel(a.channel());
    return action;
  }

  private static OriginateAction originate(Act.Originate a) {
    OriginateAction action = new OriginateAction();
    action.setActionId(a.offer().toString());
    action.setChannel(Wire.line(a.dial()));
    action.setChannelId(a.leg());
    action.setContext(a.callerChannel() == null ? CALLBACK : a.withLeg() == null ? JOIN : THIRD);
    action.setExten("s");
    action.setPriority(1);
    action.setAsync(true);
    action.setTimeout(a.ringMs());
    String callerId = Wire.callerId(a.callerNumber(), a.callerName());
    if (!callerId.isEmpty()) {
      action.setCallerId(callerId);
    }
    Map<String, String> variables = new LinkedHashMap<>();
    if (a.callerChannel() != null) {
      variables.put("CC_CALLER", a.callerChannel());
    }
    variables.put("CC_CALL", a.offer().call().value());
    variables.put("CC_OFFER", a.offer().toString());
    variables.put("CC_LEG", a.leg());
    if (a.withLeg() != null) {
      variables.put("CC_WITH", a.withLeg());
    }
    variables.put("CC_ROLE", a.callerChannel() == null ? "callback" : a.withLeg() == null ? "agent" : "third");
    if (a.autoAnswer()) {
      variables.putAll(AUTO_ANSWER);
    }
    action.setVariables(variables);
    return action;
  }
}
