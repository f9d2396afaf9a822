package io.switchboard.desktop.desk;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Attaching;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.talk.Talk;
import io.switchboard.desktop.protocol.CallView.Lookup;
import io.switchboard.desktop.protocol.CustomerCard;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An interaction that is not closed, as far as an agent sees it. */
final class CallAtHand {
  /** One agent's part of it. */
  static final class Part {
    /** Null: another agent consulted him, or he dials. */
    final Fact.@Nullable OfferMade made;
    /** He placed the call. */
    final boolean dialled;
    final @Nullable QueueId queue;
    @Nullable Long connectedMs;
    boolean talkOver;
    boolean coded;
    /** Nobody in the talk hears him. */
    boolean muted;

    Part(Fact.OfferMade made) {
      this.made = made;
      this.dialled = false;
      this.queue = made.queue();
    }

    /** Consulted about a call of this queue. */
    Part(@Nullable QueueId queue) {
      this.made = null;
      this.dialled = false;
      this.queue = queue;
    }

    /** He dials for this queue. */
    Part(Fact.Dial.DialBegun begun) {
      this.made = null;
      this.dialled = true;
      this.queue = begun.queue();
    }
  }

  private final CallId id;
  private final TenantId tenant;
  private final Attaching attached;
  private final boolean callback;
  private String called = "";
  private String number = "";
  private String callerName = "";
  private boolean gone;
  private Fact.@Nullable QueueEntered visit;
  private @Nullable Talk talk;
  private @Nullable Lookup lookup;
  private boolean named;
  private List<CustomerCard> cards = List.of();
  /** By offer, the last of each, in the order in which they were begun. */
  private final Map<OfferId, Fact.WrapUpCoded> notes = new LinkedHashMap<>(2);
  private final Map<OfferId, Part> parts = new HashMap<>(2);
  /** Before whom it is. */
  private final Set<AgentId> at = new HashSet<>(2);

  CallAtHand(CallId id, TenantId tenant, Attaching attached, boolean callback) {
    this.id = id;
    this.tenant = tenant;
    this.attached = attached;
    this.callback = callback;
  }

  void apply(Fact fact) {
    attached.apply(fact);
    switch (fact) {
      case Fact.CallArrived f -> {
        called = f.called();
        number = f.caller();
        callerName = f.callerName();
      }
      case Fact.CallbackBooked f -> {
        number = f.number();
        callerName = f.callerName();
      }
      case Fact.Dial.DialBegun f -> {
        number = f.number();
        parts.put(f.offer(), new Part(f));
      }
      case Fact.Dial.DialEnded f when f.result() != DialResult.ANSWERED -> parts.remove(f.offer());
      case Fact.QueueEntered f -> entered(f);
      case Fact.OfferMade f -> parts.put(f.offer(), new Part(f));
      case Fact.OfferEnded f -> parts.remove(f.offer());
      case Fact.Connected f -> {
        part(f.offer()).ifPresent(part -> part.connectedMs = f.atMs());
        talk = Talk.begun(f.offer(), f.agent());
      }
      case Fact.InTalk.ConsultBegun f when f.agent() != null -> parts.put(f.third(), new Part(visit == null ? null : visit.queue()));
      case Fact.InTalk.ConsultJoined f -> part(f.third()).ifPresent(part -> part.connectedMs = f.atMs());
      case Fact.InTalk.ConsultEnded f -> parts.remove(f.third());
      case Fact.MicrophoneSwitched f -> part(f.offer()).ifPresent(part -> part.muted = f.muted());
      case Fact.TalkEnded f -> part(f.offer()).ifPresent(part -> part.talkOver = true);
      case Fact.WrapUpCoded f -> notes.put(f.offer(), f);
      case Fact.WrapUpEnded f -> parts.remove(f.offer());
      case Fact.CallEnded f -> gone = true;
      default -> { } // attached, or not for a screen
    }
    if (talk != null && !(fact instanceof Fact.Connected)) {
      talk = talk.after(fact);
    }
  }

  /** The last talk with an agent, or null. */
  @Nullable Talk talk() {
    return talk;
  }

  /** How he waits; also told ahead of its fact. */
  void entered(Fact.QueueEntered fact) {
    visit = fact;
    number = number.isEmpty() ? fact.caller() : number;
    callerName = callerName.isEmpty() ? fact.callerName() : callerName;
  }

  CallId id() {
    return id;
  }

  TenantId tenant() {
    return tenant;
  }

  Attaching attached() {
    return attached;
  }

  boolean callback() {
    return callback;
  }

  String called() {
    return called;
  }

  String number() {
    return number;
  }

  String callerName() {
    return callerName;
  }

  boolean gone() {
    return gone;
  }

  Fact.@Nullable QueueEntered visit() {
    return visit;
  }

  Optional<Part> part(OfferId offer) {
    return Optional.ofNullable(parts.get(offer));
  }

  Set<AgentId> at() {
    return at;
  }

  /** What the agents wrote of it. */
  Collection<Fact.WrapUpCoded> notes() {
    return notes.values();
  }

  /** Null: nobody has asked yet. */
  @Nullable Lookup lookup() {
    return lookup;
  }

  void asked() {
    lookup = Lookup.PENDING;
  }

  /** Somebody said whose it is: who else has the number is no matter. */
  void named() {
    named = true;
    lookup = Lookup.PENDING;
  }

  /** By its number. */
  void found(CardSource.Found found) {
    if (!named) {
      isOf(found);
    }
  }

  void isOf(CardSource.Found found) {
    lookup = found.failed() ? Lookup.FAILED : Lookup.DONE;
    cards = found.cards();
  }

  List<CustomerCard> cards() {
    return cards;
  }
}
