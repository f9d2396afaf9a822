package io.switchboard.core.customer;

import io.switchboard.core.customer.Contact.Direction;
import io.switchboard.core.customer.Contact.Kind;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes contacts of the facts of one interaction. */
public final class Contacts {
  /** The facts that it looks at, by their simple names. */
  public static final Set<String> KINDS = Set.of(
      "CallArrived", "CallbackBooked", "DialBegun", "DialEnded", "QueueEntered", "Connected", "CallEnded", "VoicemailLeft", "TransferConnected", "Scored");

  private long atMs;
  private Kind kind = Kind.CALL;
  private Direction direction = Direction.IN;
  private String queue = "";
  private String agent = "";
  private String outcome = "live";
  private final List<Contact> surveys = new ArrayList<>();
  private final CallId call;

  private Contacts(CallId call) {
    this.call = call;
  }

  /** The newest first; more than one where the caller also gave a score. {@code facts} in order. */
  public static List<Contact> of(CallId call, List<Fact> facts) {
    Contacts fold = new Contacts(call);
    facts.forEach(fold::take);
    List<Contact> contacts = new ArrayList<>(fold.surveys.reversed());
    contacts.add(new Contact(fold.atMs, fold.kind, fold.direction, call, fold.queue, fold.agent, fold.outcome));
    return contacts;
  }

  private void take(Fact fact) {
    switch (fact) {
      case Fact.CallArrived f -> atMs = f.atMs();
      case Fact.CallbackBooked f -> {
        atMs = f.atMs();
        kind = Kind.CALLBACK;
        direction = Direction.OUT;
        outcome = "booked";
      }
      case Fact.Dial.DialBegun f -> {
        atMs = f.atMs();
        direction = Direction.OUT;
        queue = f.queue().name();
        agent = f.agent().name();
      }
      case Fact.Dial.DialEnded f -> outcome = f.result().name().toLowerCase(Locale.ROOT);
      case Fact.QueueEntered f -> queue = f.queue().name();
      case Fact.Connected f -> {
        queue = f.queue().name();
        agent = f.agent().name();
      }
      case Fact.Errand.VoicemailLeft f -> kind = kind == Kind.CALLBACK ? kind : Kind.VOICEMAIL;
      case Fact.Errand.TransferConnected f -> kind = kind == Kind.CALLBACK ? kind : Kind.TRANSFER;
      case Fact.Learned.Scored f -> surveys.add(new Contact(
          f.atMs(), Kind.SURVEY, direction, call, f.queue() == null ? queue : f.queue().name(), f.agent() == null ? agent : f.agent().name(),
          Integer.toString(f.score())));
      case Fact.CallEnded f -> outcome = f.ending().name().toLowerCase(Locale.ROOT);
      default -> {} // says nothing of it
    }
  }
}
