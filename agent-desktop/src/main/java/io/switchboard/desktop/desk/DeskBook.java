package io.switchboard.desktop.desk;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Attaching;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.offer.Offered;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.desk.DeskSettings.Profile;
import io.switchboard.desktop.desk.DeskSettings.QueuePlan;
import io.switchboard.desktop.link.Part;
import io.switchboard.desktop.link.Reader;
import io.switchboard.desktop.link.Source;
import io.switchboard.desktop.protocol.CallView;
import io.switchboard.desktop.protocol.DeskView;
import io.switchboard.desktop.protocol.MeView;
import io.switchboard.desktop.protocol.PhoneView;
import io.switchboard.desktop.protocol.SideView;
import io.switchboard.desktop.protocol.TodayView;
import io.switchboard.desktop.words.Language;
import io.switchboard.desktop.words.Noticed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fold of facts into every agent's desk. Give it facts in the journal's order. */
public final class DeskBook implements Source {
  static final String ME = "me";
  static final String PHONE = "phone";
  static final String CALL = "call";
  static final String SIDE = "side";
  static final String LISTENING = "listening";
  static final String TODAY = "today";
  static final String MESSAGES = "messages";

  private final Clock clock;
  private final Customers customers;
  private final BiConsumer<AgentId, Part> touched;
  private final Map<AgentId, AgentAtDesk> agents = new HashMap<>();
  private final Map<CallId, CallAtHand> calls = new HashMap<>();
  private final Inbox inbox = new Inbox(agent -> settings().name(agent));
  private final ListeningBook listening = new ListeningBook(this::name);
  private final Recorded recorded = new Recorded(queue -> settings().queue(queue).recording());
  private DeskSettings settings;

  /** Who is asked for a call's customer; what was found comes by {@link #found}. */
  public interface Customers {
    void ask(TenantId tenant, CallId call, String number);

    /** Somebody said whose it is. */
    void askFor(TenantId tenant, CallId call, long customer);
  }

  /** {@code touched}: whose desk changed, and where. */
  public DeskBook(DeskSettings settings, Clock clock, Customers customers, BiConsumer<AgentId, Part> touched) {
    this.settings = settings;
    this.clock = clock;
    this.customers = customers;
    this.touched = touched;
  }

  /** Other settings from now on. */
  public void configure(DeskSettings other) {
    settings = other;
    agents.keySet().forEach(agent -> {
      touch(agent, ME);
      touch(agent, PHONE);
      touch(agent, CALL);
    });
  }

  /** Whether a fact changes any desk; others need not be told. */
  public static boolean needs(Fact fact) {
    return fact instanceof Fact.AgentStateChanged || fact.call() != null && !(fact instanceof Fact.Scripted || fact instanceof Fact.Task);
  }

  public void apply(Fact fact) {
    recorded.apply(fact);
    switch (fact) {
      case Fact.AgentStateChanged changed -> became(changed);
      case Fact.CallArrived arrived -> {
        begun(new CallAtHand(arrived.call(), arrived.tenant(), new Attaching(), false)).apply(arrived);
        ask(arrived.call());
      }
      case Fact.CallbackBooked booked -> {
        CallAtHand from = calls.get(booked.from());
        begun(new CallAtHand(booked.call(), booked.tenant(), from == null ? new Attaching() : from.attached().copy(), true)).apply(booked);
        ask(booked.call());
      }
      case Fact.Dial.DialBegun begun -> {
        begun(new CallAtHand(begun.call(), begun.tenant(), new Attaching(), false)).apply(begun);
        ask(begun.call());
      }
      case Fact.Dial.DialEnded ended -> {
        agent(ended.agent()).dialled(ended);
        ofCall(ended);
        touch(ended.agent(), ME);
      }
      case Fact.InteractionClosed closed -> calls.remove(closed.call());
      default -> ofCall(fact);
    }
  }

  private CallAtHand begun(CallAtHand call) {
    calls.put(call.id(), call);
    return call;
  }

  private void ofCall(Fact fact) {
    CallId id = fact.call();
    if (id == null) {
      return;
    }
    CallAtHand call = calls.computeIfAbsent(id, each -> new CallAtHand(each, fact.tenant(), new Attaching(), false));
    call.apply(fact);
    if (fact instanceof Fact.Listening heard) {
      listening.apply(heard);
      touch(heard.by(), LISTENING);
      return; // nobody in the talk is shown it
    }
    if (fact instanceof Fact.OfferMade made) {
      ask(id);
      known(made.agent(), made.offer());
    } else if (fact instanceof Fact.OfferEnded ended) {
      known(ended.agent(), ended.offer());
    } else if (fact instanceof Fact.CustomerNamed named) {
      call.named();
      customers.askFor(named.tenant(), id, named.customer());
    }
    call.at().forEach(agent -> {
      touch(agent, CALL);
      touch(agent, SIDE);
      if (fact instanceof Fact.TalkRecording || fact instanceof Fact.Connected) {
        touch(agent, ME);
      }
    });
  }

  private void known(AgentId agent, OfferId offer) {
    if (agent(agent).known(offer)) {
      touch(agent, CALL);
    }
  }

  private void became(Fact.AgentStateChanged fact) {
    AgentAtDesk agent = agent(fact.agent());
    CallId before = agent.call();
    agent.became(fact);
    CallId now = agent.call();
    if (before != null && !before.equals(now) && calls.containsKey(before)) {
      calls.get(before).at().remove(agent.id());
    }
    if (now != null) {
      calls.computeIfAbsent(now, each -> new CallAtHand(each, fact.tenant(), new Attaching(), false)).at().add(agent.id());
    }
    touch(agent.id(), ME);
    touch(agent.id(), CALL);
    touch(agent.id(), SIDE);
  }

  /** A call is offered, ahead of its facts. */
  public void offered(Offered offered) {
    CallAtHand call = calls.computeIfAbsent(
        offered.offer().call(), each -> new CallAtHand(each, offered.offer().tenant(), new Attaching(), false));
    call.entered(offered.visit());
    ask(call.id());
    AgentAtDesk agent = agent(offered.agent());
    if (call.part(offered.offer().offer()).isEmpty()) { // else its facts were faster
      agent.offered(offered);
      touch(agent.id(), CALL);
    }
  }

  /** Once; a withheld number is nobody's. */
  private void ask(CallId id) {
    CallAtHand call = calls.get(id);
    if (call != null && call.lookup() == null) {
      call.asked();
      if (call.number().isEmpty()) {
        call.found(new CardSource.Found(false, List.of()));
      } else {
        customers.ask(call.tenant(), id, call.number());
      }
    }
  }

  /** Who has the number of this call. */
  public void found(CallId id, CardSource.Found found) {
    found(id, call -> call.found(found));
  }

  /** Whose it was said to be. */
  public void isOf(CallId id, CardSource.Found found) {
    found(id, call -> call.isOf(found));
  }

  private void found(CallId id, Consumer<CallAtHand> known) {
    CallAtHand call = calls.get(id);
    if (call != null) {
      known.accept(call);
      call.at().forEach(agent -> touch(agent, CALL));
      agents.values().stream().filter(agent -> ahead(agent) == call).forEach(agent -> touch(agent.id(), CALL));
    }
  }

  /** What was counted for him today, and whether his phone can be rung. */
  public void counted(AgentId id, TodayView today, boolean reachable) {
    AgentAtDesk agent = agent(id);
    if (!agent.today.equals(today)) {
      agent.today = today;
      touch(id, TODAY);
    }
    if (agent.reachable != reachable) {
      agent.reachable = reachable;
      touch(id, PHONE);
      touch(id, ME);
    }
  }

  /** A supervisor wrote to an agent. */
  public void written(StaffMessages.Message message) {
    inbox.written(message);
    touch(message.to(), MESSAGES);
  }

  /** He has seen it. */
  public void seen(AgentId agent, String message) {
    inbox.seen(agent, message);
    touch(agent, MESSAGES);
  }

  private DeskSettings settings() {
    return settings;
  }

  private AgentAtDesk agent(AgentId id) {
    return agents.computeIfAbsent(id, AgentAtDesk::new);
  }

  private void touch(AgentId agent, String section) {
    touched.accept(agent, Part.of(section));
  }

  // --- what is shown

  @Override
  public Object whole(Reader reader) {
    AgentAtDesk agent = agent(reader.user().agent());
    return new DeskView(me(reader.user(), agent), phone(reader, agent), call(agent), side(agent), listening.of(agent.id()), agent.today, inbox.of(agent.id()));
  }

  @Override
  public Object alike(Reader reader) {
    return reader;
  }

  @Override
  public Map<String, Object> parts(Reader reader, Set<Part> parts) {
    AgentAtDesk agent = agent(reader.user().agent());
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    for (Part part : parts) {
      switch (part.section()) {
        case ME -> body.put(ME, me(reader.user(), agent));
        case PHONE -> body.put(PHONE, phone(reader, agent));
        case CALL -> body.put(CALL, call(agent));
        case SIDE -> body.put(SIDE, side(agent));
        case LISTENING -> body.put(LISTENING, listening.of(agent.id()));
        case TODAY -> body.put(TODAY, agent.today);
        case MESSAGES -> body.put(MESSAGES, inbox.of(agent.id()));
        default -> throw new IllegalArgumentException("a desk has no section " + part.section());
      }
    }
    return body;
  }

  private MeView me(Visitor.User user, AgentAtDesk agent) {
    Profile profile = settings.person(agent.id());
    QueuePlan queue = settings.queue(queueAtHand(agent));
    long untilMs = agent.terms().untilMs();
    Noticed noticed = noticed(agent);
    return new MeView(
        user.name(), profile.displayName(), user.role().name().toLowerCase(Locale.ROOT), user.tenant().value(), profile.languages(),
        profile.queues(), profile.reasons(), agent.state(), agent.reason(), agent.stateSinceMs(), untilMs > 0 ? untilMs : null,
        Verbs.extendable(agent, queue), agent.pending(),
        noticed == null ? null : new MeView.NoticeView(noticed.code(), noticed.text(Language.ENGLISH), noticed.text(Language.CHINESE)),
        queue.codes(), queue.codeRequired(), Verbs.dial(agent));
  }

  /** What is the matter with him, else whom he did not reach, else that his talk is not recorded. */
  private @Nullable Noticed noticed(AgentAtDesk agent) {
    Noticed standing = Noticed.of(agent.standing());
    if (standing != null) {
      return standing;
    }
    return agent.unreached() != null ? Noticed.of(agent.unreached()) : recorded.noticed(agent.call(), agent.id());
  }

  private PhoneView phone(Reader reader, AgentAtDesk agent) {
    Profile profile = settings.person(agent.id());
    return new PhoneView(profile.phone(), profile.endpoint(), agent.reachable, reader.phoneElsewhere());
  }

  private @Nullable CallView call(AgentAtDesk agent) {
    Offered offered = agent.ahead(clock.nowMs());
    CallAtHand before = ahead(agent);
    if (offered != null && before != null) {
      return CallViews.ahead(offered.offer(), before, settings.queue(offered.offer().queue()), settings);
    }
    OfferId offer = agent.offer();
    CallAtHand call = offer == null ? null : calls.get(offer.call());
    return offer == null || call == null ? null : CallViews.of(
        agent, offer, call, settings.queue(queueAtHand(agent)), recorded.view(offer.call(), agent.id()), settings);
  }

  private @Nullable SideView side(AgentAtDesk agent) {
    OfferId offer = agent.offer();
    return Parties.side(agent, offer, offer == null ? null : calls.get(offer.call()), this::name);
  }

  private String name(AgentId agent) {
    return settings.name(agent);
  }

  private @Nullable CallAtHand ahead(AgentAtDesk agent) {
    Offered offered = agent.ahead(clock.nowMs());
    return offered == null ? null : calls.get(offered.offer().call());
  }

  private @Nullable QueueId queueAtHand(AgentAtDesk agent) {
    OfferId offer = agent.offer();
    CallAtHand call = offer == null ? null : calls.get(offer.call());
    return offer == null || call == null ? null : call.part(offer).map(part -> part.queue).orElse(null);
  }

  /** The supervisor who hears this agent's talk, or null. */
  public @Nullable String listenedBy(AgentId agent) {
    return listening.listenedBy(agent);
  }

  /** How this call waits, or waited last; null: not in a queue. */
  public Fact.@Nullable QueueEntered visit(CallId id) {
    CallAtHand call = calls.get(id);
    return call == null ? null : call.visit();
  }
}
