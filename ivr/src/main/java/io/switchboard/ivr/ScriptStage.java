package io.switchboard.ivr;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.FactsFirst;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.core.signal.ScriptRequest.Asker;
import io.switchboard.core.signal.ScriptRequest.Outcome;
import io.switchboard.core.signal.ScriptRequest.Reason;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import io.switchboard.ivr.flow.Script;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.script.Contact;
import io.switchboard.ivr.script.Contacts;
import io.switchboard.ivr.script.Decided;
import io.switchboard.ivr.script.Refusals;
import io.switchboard.ivr.script.ScriptEvent;
import io.switchboard.ivr.script.ScriptRun;
import io.switchboard.ivr.script.ScriptState;
import io.switchboard.ivr.script.Scripting;
import io.switchboard.ivr.script.Trails;
import io.switchboard.ivr.script.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs guided scripts for agents: tells {@link Scripting} what was answered, and answers with the page that follows. Construct it, give every
 * live fact to {@link #restore}, then {@link #open} it. After that it belongs to the owner's thread; {@link #told} keeps it informed.
 */
public final class ScriptStage {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptStage.class);
  /** A data source that takes longer is waited for by asking again; less than a request may take. */
  private static final long PATIENCE_MS = 3_000;

  private static final class Live {
    ScriptRun run;
    /** Who want to know how it stands once the data source has told something. */
    final List<Runnable> waiting = new ArrayList<>();

    Live(ScriptRun run) {
      this.run = run;
    }
  }

  private final Signals signals;
  private final FactsFirst facts;
  private final Clock clock;
  private final Timers timers;
  private final Executor owner;
  private final Lookups lookups;
  private final Contacts contacts = new Contacts();
  private final Trails trails = new Trails();
  /** By their ids, in the order in which they began. */
  private final Map<String, Live> runs = new LinkedHashMap<>();
  private Scripts scripts;
  private Map<QueueId, String> proposed;
  private Scripting kernel;

  /** {@code proposed}: queue → the script that its agents are proposed. */
  public ScriptStage(
      Signals signals, Journal journal, Clock clock, Timers timers, Executor owner, Scripts scripts, Map<QueueId, String> proposed, Lookups lookups) {
    this.signals = signals;
    this.facts = new FactsFirst(journal, owner);
    this.clock = clock;
    this.timers = timers;
    this.owner = owner;
    this.lookups = lookups;
    this.scripts = scripts;
    this.proposed = Map.copyOf(proposed);
    this.kernel = new Scripting(scripts.flows().hours());
  }

  /** Takes a fact of the journal, in order, before {@link #open}. */
  public void restore(Fact fact) {
    contacts.apply(fact);
    trails.replay(fact);
  }

  /** Takes up the runs that the facts told of, and begins to answer; call it on the owner's thread. */
  public void open() {
    trails.runs(scripts, contacts::contact).forEach(run -> runs.put(run.id(), new Live(run)));
    List.copyOf(runs.values()).forEach(live -> tell(live, new ScriptEvent.Resumed(), () -> {}));
    signals.answer(ScriptRequest.ListScripts.class, this::list);
    signals.answer(ScriptRequest.Begin.class, this::begin);
    signals.answer(ScriptRequest.Look.class, (asked, reply) -> of(asked, asked.run(), reply, live -> facts.commit(List.of(), () -> settled(live, asked, reply))));
    signals.answer(ScriptRequest.Answer.class, (asked, reply) ->
        of(asked, asked.run(), reply, live -> act(live, new ScriptEvent.Answered(asked.page(), asked.answer(), asked.asker().user()), asked, reply)));
    signals.answer(ScriptRequest.Back.class, (asked, reply) ->
        of(asked, asked.run(), reply, live -> act(live, new ScriptEvent.Back(asked.page(), asked.asker().user()), asked, reply)));
  }

  /** Facts that became durable, in the journal's order; from any thread. */
  public void told(List<Fact> durable) {
    List<Fact> needed = durable.stream().filter(Contacts::needs).toList();
    if (!needed.isEmpty()) {
      owner.execute(() -> needed.forEach(fact -> {
        contacts.apply(fact);
        if (fact instanceof Fact.InteractionClosed closed) {
          runs.values().removeIf(live -> live.run.contact().call().equals(closed.call()));
        }
      }));
    }
  }

  /** What begins from now on takes these scripts; what is under way stays on the version that it began with. From any thread. */
  public void publish(Scripts newer, Map<QueueId, String> proposals) {
    owner.execute(() -> {
      scripts = newer;
      proposed = Map.copyOf(proposals);
      kernel = new Scripting(newer.flows().hoursBeside(kernel.hours()));
    });
  }

  // --- what is asked

  private void list(ScriptRequest.ListScripts asked, Consumer<Outcome> reply) {
    Asker asker = asked.asker();
    reply.accept(new Outcome.Listed(scripts.byName().values().stream().filter(script -> !script.part())
        .sorted(Comparator.comparing(Script::name))
        .map(script -> new ScriptRequest.Listing(script.name(), Views.plain(script.title(), asker.language()), queues(asker.tenant(), script)))
        .toList()));
  }

  private List<String> queues(TenantId tenant, Script script) {
    return proposed.entrySet().stream().filter(each -> each.getKey().tenant().equals(tenant) && each.getValue().equals(script.name()))
        .map(each -> each.getKey().name()).sorted().toList();
  }

  private void begin(ScriptRequest.Begin asked, Consumer<Outcome> reply) {
    Optional<Contact> contact = contacts.contact(asked.call()).filter(known -> known.tenant().equals(asked.asker().tenant()));
    Optional<Script> script = scripts.named(asked.script()).filter(known -> !known.part());
    if (contact.isEmpty()) {
      refuse(reply, Reason.UNKNOWN_CALL, asked.call().value());
    } else if (!may(asked.asker(), asked.call())) {
      refuse(reply, Reason.NOT_YOUR_CALL, asked.call().value());
    } else if (script.isEmpty()) {
      refuse(reply, Reason.UNKNOWN_SCRIPT, asked.script());
    } else {
      Optional<Live> open = runs.values().stream()
          .filter(live -> live.run.contact().call().equals(asked.call()) && live.run.name().equals(asked.script()) && !live.run.over()).findFirst();
      Live live = open.orElseGet(() -> begun(contact.get(), script.get(), asked.asker()));
      facts.commit(List.of(), () -> settled(live, asked, reply));
    }
  }

  private Live begun(Contact contact, Script script, Asker asker) {
    long before = runs.values().stream().filter(live -> live.run.contact().call().equals(contact.call())).count();
    Live live = new Live(ScriptRun.fresh(contact.call().value() + "-" + (before + 1), contact, scripts, script));
    runs.put(live.run.id(), live);
    tell(live, new ScriptEvent.Begun(asker.user()), () -> {});
    return live;
  }

  private boolean may(Asker asker, CallId call) {
    return asker.agent() == null || contacts.has(asker.agent(), call);
  }

  private void of(ScriptRequest asked, String run, Consumer<Outcome> reply, Consumer<Live> then) {
    Live live = runs.get(run);
    if (live == null || !live.run.contact().tenant().equals(asked.asker().tenant())) {
      refuse(reply, Reason.UNKNOWN_RUN, run);
    } else if (!may(asked.asker(), live.run.contact().call())) {
      refuse(reply, Reason.NOT_YOUR_CALL, live.run.contact().call().value());
    } else {
      then.accept(live);
    }
  }

  private static void refuse(Consumer<Outcome> reply, Reason reason, String about) {
    reply.accept(new Outcome.Refused(reason, about));
  }

  private void act(Live live, ScriptEvent event, ScriptRequest asked, Consumer<Outcome> reply) {
    Optional<Decided.Refusal> refused = tell(live, event, () -> settled(live, asked, reply));
    refused.ifPresent(why -> reply.accept(Refusals.of(why, live.run, asked.asker().language())));
  }

  /** Answers how it stands; while a data source is asked, a little later. */
  private void settled(Live live, ScriptRequest asked, Consumer<Outcome> reply) {
    Runnable answer = () -> reply.accept(new Outcome.Stands(Views.of(live.run, asked.asker().language())));
    if (live.run.state() == ScriptState.LOOKING_UP) {
      live.waiting.add(answer);
      timers.at(clock.nowMs() + PATIENCE_MS, () -> {
        if (live.waiting.remove(answer)) {
          answer.run();
        }
      });
    } else {
      answer.run();
    }
  }

  // --- what happens

  /** {@code durable} runs when it is; not where it was refused. */
  private Optional<Decided.Refusal> tell(Live live, ScriptEvent event, Runnable durable) {
    Decided decided;
    try {
      decided = kernel.decide(live.run, event, clock.nowMs());
    } catch (RuntimeException bug) {
      LOG.error("script {} of {} failed, it is over", live.run.name(), live.run.id(), bug);
      decided = kernel.decide(live.run, new ScriptEvent.Failed(String.valueOf(bug.getMessage())), clock.nowMs());
    }
    if (decided.refused().isPresent()) {
      return decided.refused();
    }
    live.run = decided.run();
    decided.moves().forEach(move -> LOG.debug("{}: {}", live.run.id(), move));
    Optional<Decided.Look> look = decided.look();
    facts.commit(decided.facts(), () -> {
      look.ifPresent(each -> look(live, each));
      durable.run();
      release(live);
    });
    return Optional.empty();
  }

  private void look(Live live, Decided.Look look) {
    lookups.look(look.lookup(), look.asked()).thenAccept(found ->
        owner.execute(() -> tell(live, new ScriptEvent.Told(look.number(), found), () -> {})));
  }

  private static void release(Live live) {
    if (live.run.state() != ScriptState.LOOKING_UP) {
      List<Runnable> all = List.copyOf(live.waiting);
      live.waiting.clear();
      all.forEach(Runnable::run);
    }
  }
}
