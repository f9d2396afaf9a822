package io.switchboard.ivr.script;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open interactions as scripts know them, and which agent has which of them: a fold of facts, live and after a restart alike. */
public final class Contacts {
  private static final class Known {
    final TenantId tenant;
    final String number;
    final String called;
    String language;
    String queue = "";
    final Map<String, String> learned = new HashMap<>();

    Known(TenantId tenant, String number, String called, String language) {
      this.tenant = tenant;
      this.number = number;
      this.called = called;
      this.language = language;
    }
  }

  private final Map<CallId, Known> open = new HashMap<>();
  private final Map<AgentId, CallId> callOf = new HashMap<>();

  /** Whether {@link #apply} looks at facts of its kind at all. */
  public static boolean needs(Fact fact) {
    return fact instanceof Fact.CallArrived || fact instanceof Fact.CallbackBooked || fact instanceof Fact.Dial.DialBegun
        || fact instanceof Fact.LanguageChosen
        || fact instanceof Fact.QueueEntered || fact instanceof Fact.Learned.Remembered || fact instanceof Fact.InteractionClosed
        || fact instanceof Fact.AgentStateChanged;
  }

  public void apply(Fact fact) {
    switch (fact) {
      case Fact.CallArrived f -> open.put(f.call(), new Known(f.tenant(), f.caller(), f.called(), f.language()));
      case Fact.CallbackBooked f -> open.put(f.call(), new Known(f.tenant(), f.number(), "", f.language()));
      case Fact.Dial.DialBegun f -> {
        open.put(f.call(), new Known(f.tenant(), f.number(), "", f.language()));
        known(f.call()).ifPresent(call -> call.queue = f.queue().name());
      }
      case Fact.LanguageChosen f -> known(f.call()).ifPresent(call -> call.language = f.language());
      case Fact.QueueEntered f -> known(f.call()).ifPresent(call -> call.queue = f.queue().name());
      case Fact.Learned.Remembered f -> known(f.call()).ifPresent(call -> call.learned.putAll(f.values()));
      case Fact.InteractionClosed f -> open.remove(f.call());
      case Fact.AgentStateChanged f -> now(f.agent(), f.offer() == null ? null : f.offer().call());
      default -> {} // of no use to a script
    }
  }

  private Optional<Known> known(CallId call) {
    return Optional.ofNullable(open.get(call));
  }

  /** Rings, talks, holds or wraps up. */
  private void now(AgentId agent, @Nullable CallId call) {
    if (call == null) {
      callOf.remove(agent);
    } else {
      callOf.put(agent, call);
    }
  }

  /** Empty for a call that is none, or closed. */
  public Optional<Contact> contact(CallId call) {
    return known(call).map(known ->
        new Contact(known.tenant, call, known.number, known.called, known.language, known.queue, known.learned));
  }

  /** Whether it rings at his phone, he talks in it, or wraps it up. */
  public boolean has(AgentId agent, CallId call) {
    return call.equals(callOf.get(agent));
  }
}
