package io.switchboard.ivr.flow;

import io.switchboard.ivr.value.Type;
import java.util.Map;

/** What is written in the one language of flows and scripts. */
public enum Kind {
  /** A caller goes through it by telephone. */
  FLOW("flow", Variables.GIVEN),
  /** An agent goes through it on his desktop, with a caller. */
  SCRIPT("script", Variables.GIVEN_IN_SCRIPTS);

  private final String noun;
  private final Map<String, Type> given;

  Kind(String noun, Map<String, Type> given) {
    this.noun = noun;
    this.given = given;
  }

  public String noun() {
    return noun;
  }

  /** What it knows without having declared it. */
  public Map<String, Type> given() {
    return given;
  }
}
