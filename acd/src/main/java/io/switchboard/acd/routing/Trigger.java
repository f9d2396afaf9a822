package io.switchboard.acd.routing;

/** What made an offer possible, as {@link io.switchboard.core.journal.Fact.Decision} names it. */
enum Trigger {
  CALL_ARRIVED("call_arrived"),
  AGENT_FREE("agent_free"),
  SKILLS_RELAXED("skills_relaxed"),
  RESERVE_RELEASED("reserve_released"),
  OFFER_FAILED("offer_failed"),
  PHONE_BACK("phone_back"),
  LINE_BACK("line_back"),
  PREFERRED_AGENT_BUSY("preferred_agent_busy"),
  CALLBACK_DUE("callback_due"),
  SETTINGS_CHANGED("settings_changed");

  final String text;

  Trigger(String text) {
    this.text = text;
  }
}
