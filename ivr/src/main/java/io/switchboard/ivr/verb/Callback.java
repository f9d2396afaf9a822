package io.switchboard.ivr.verb;

import io.switchboard.ivr.value.Expression;
import java.util.List;
import java.util.Optional;

/**
 * {@code callback}: promises the caller a call, which comes when it is his turn in the queue and an agent is reserved for
 * him. He keeps the place that he has, or had, in the queue; ask him before, with a menu that tells him the number.
 *
 * @param queue its name within the caller's tenant
 * @param number at which he wants it, as he entered it; empty: his own
 * @param booked it is promised
 * @param refused it is not: his number is withheld, is none, or may not be dialled, the queue calls nobody back, as many wait to be called back as may, or an emergency
 *     closure is in force
 */
public record Callback(String queue, Optional<Expression> number, String booked, String refused) implements Step {
  public static final String VERB = "callback";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/callback/booked", booked), Branch.on("/callback/refused", refused));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.callback(this);
  }
}
