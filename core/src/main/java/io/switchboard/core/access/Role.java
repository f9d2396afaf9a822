package io.switchboard.core.access;

/** What someone may do through the API. Each role stands alone: which endpoints it opens is written at the endpoint. */
public enum Role {
  /** Takes calls: acts for himself only. */
  AGENT,
  /** Watches queues and people of his tenant, and acts for its agents. */
  SUPERVISOR,
  /** Does what a supervisor does, and sets up. */
  ADMIN,
  /** A program that reads. */
  INTEGRATOR
}
