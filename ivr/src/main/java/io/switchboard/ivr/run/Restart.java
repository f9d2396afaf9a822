package io.switchboard.ivr.run;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.verb.Queueing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where every run stood when the platform died: a fold of the facts of the open interactions, in their order. What a queue had decided and
 * the run may not have heard of is given as an event that it missed.
 */
public final class Restart {
  /** A run to go on with, and what it may have missed. */
  public record Resumption(Run run, Optional<RunEvent> missed) {}

  /** {@code queue}: in which he is, or was when it sent him on. */
  private record Place(
      Caller caller, Trail trail, String language, RunState state, Optional<QueueId> queue, Optional<RunEvent> missed, int errand,
      @Nullable Talk talk) {
    Place step(Fact.StepEntered entered) {
      trail.entered(entered);
      return new Place(caller, trail, language, RunState.NEW, Optional.empty(), Optional.empty(), errand, talk);
    }

    Place language(String chosen) {
      return new Place(caller, trail, chosen, state, queue, missed, errand, talk);
    }

    Place with(RunState now, QueueId in) {
      return new Place(caller, trail, language, now, Optional.of(in), Optional.empty(), errand, talk);
    }

    Place missed(QueueId by, RunEvent event) {
      return new Place(caller, trail, language, RunState.QUEUED, Optional.of(by), Optional.of(event), errand, talk);
    }

    Place talking(Talk now) {
      return new Place(caller, trail, language, state, queue, missed, errand, now);
    }

    Place on(RunState now, int number) {
      return new Place(caller, trail, language, now, Optional.empty(), Optional.empty(), number, talk);
    }
  }

  private final Map<CallId, Place> places = new LinkedHashMap<>();

  public void replay(Fact fact) {
    switch (fact) {
      case Fact.CallArrived arrived -> places.put(arrived.call(), arrived(arrived));
      case Fact.StepEntered entered -> places.computeIfPresent(entered.call(), (call, place) -> place.step(entered));
      case Fact.LanguageChosen chosen -> places.computeIfPresent(chosen.call(), (call, place) -> place.language(chosen.language()));
      case Fact.QueueEntered in ->
          places.computeIfPresent(in.call(), (call, place) -> place.with(RunState.QUEUED, in.queue()));
      case Fact.Connected on ->
          places.computeIfPresent(on.call(), (call, place) ->
              place.with(RunState.CONNECTED, on.queue()).talking(new Talk(on.queue(), on.agent())));
      case Fact.QueueRefused no -> places.computeIfPresent(no.call(), (call, place) ->
          place.missed(no.queue(), new RunEvent.Refused(no.queue(), no.reason())));
      case Fact.QueueLeft left -> places.computeIfPresent(left.call(), (call, place) ->
          place.missed(left.queue(), new RunEvent.LeftQueue(left.queue(), left.exit(), left.key(), left.rule())));
      case Fact.CallEnded ended -> places.remove(ended.call());
      case Fact.InteractionClosed closed -> places.remove(closed.call());
      case Fact.MenuAnswered answered -> trail(answered.call()).ifPresent(trail -> trail.menu(answered.answer()));
      case Fact.Learned learned -> trail(learned.call()).ifPresent(trail -> trail.learned(learned));
      case Fact.Scripted scripted -> {} // an agent's, not the caller's
      case Fact.Dial dial -> {}
      case Fact.CallbackBooked booked -> {}
      case Fact.CallbackDue due -> {}
      case Fact.CallbackReached reached -> {}
      case Fact.WaitTold told -> {}
      case Fact.OfferMade made -> {}
      case Fact.OfferRang rang -> {}
      case Fact.OfferEnded ended -> {}
      case Fact.CallHeld held -> {}
      case Fact.CallResumed resumed -> {}
      case Fact.InTalk inTalk -> {}
      case Fact.Listening listening -> {}
      case Fact.MicrophoneSwitched switched -> {}
      case Fact.TalkEnded ended -> {}
      case Fact.AfterTalk after -> {}
      case Fact.Task task -> {}
      case Fact.CustomerNamed named -> {}
      case Fact.WrapUpCoded coded -> {}
      case Fact.WrapUpEnded ended -> {}
      case Fact.AgentStateChanged changed -> {}
      case Fact.AgentSkillsSet set -> {}
      case Fact.Errand errand -> errand(errand);
      case Fact.TalkRecording recording -> {}
      case Fact.ClosureSwitched switched -> {}
    }
  }

  private void errand(Fact.Errand fact) {
    Place place = places.get(fact.call());
    if (place == null) {
      return;
    }
    switch (fact) {
      case Fact.Errand.TransferStarted f -> places.put(f.call(), place.on(RunState.TRANSFERRING, f.transfer()));
      case Fact.Errand.TransferConnected f -> places.put(f.call(), place.on(RunState.TRANSFERRED, f.transfer()));
      case Fact.Errand.VoicemailBegun f -> places.put(f.call(), place.on(RunState.RECORDING, f.message()));
      case Fact.Errand.TransferEnded f -> {} // the step that follows is in the same commit
      case Fact.Errand.VoicemailLeft f -> {}
      case Fact.Errand.VoicemailDropped f -> {}
      case Fact.Errand.VoicemailHeard f -> {}
      case Fact.Errand.VoicemailDone f -> {}
      case Fact.Errand.RecordingBegun f -> places.put(f.call(), place.on(RunState.RECORDING, f.recording()));
      case Fact.Errand.RecordingKept f -> {} // the line tells again that it has ended
      case Fact.Errand.RecordingDropped f -> {}
    }
  }

  private Optional<Trail> trail(@Nullable CallId call) {
    return Optional.ofNullable(places.get(call)).map(Place::trail);
  }

  private static Place arrived(Fact.CallArrived fact) {
    Caller caller = new Caller(fact.tenant(), fact.call(), fact.caller(), fact.callerName(), fact.called());
    return new Place(caller, new Trail(fact.flow()), fact.language(), RunState.NEW, Optional.empty(), Optional.empty(), 0, null);
  }

  /** The same, all on these flows. */
  public List<Resumption> runs(Flows flows) {
    return runs(release -> flows);
  }

  /**
   * The runs that had begun, each on the flows that are given for its release (0: an older version did not say which): at the step of the same
   * name if there still is one, else from the first. A caller in a queue stays there, whatever became of his flow.
   */
  public List<Resumption> runs(IntFunction<Flows> released) {
    return places.values().stream()
        .filter(place -> place.trail().begun())
        .map(place -> new Resumption(run(place, released.apply(place.trail().release())), place.missed()))
        .toList();
  }

  private static Run run(Place place, Flows flows) {
    boolean ledBack = place.state() == RunState.NEW;
    List<Frame> frames = new ArrayList<>(place.trail().frames(flows, ledBack));
    Frame last = frames.getLast();
    boolean there = place.queue().map(queue -> hands(last, place.caller().tenant(), queue)).orElse(true);
    if (!there) {
      frames.set(frames.size() - 1, last.at(""));
    }
    return new Run(
        place.caller(), flows, frames, place.state(), place.language(), place.trail().question(ledBack), "", 0, 0, place.errand(),
        place.trail().steps(), place.trail().requests(), place.talk());
  }

  private static boolean hands(Frame frame, TenantId tenant, QueueId queue) {
    return frame.flow().steps().get(frame.step()) instanceof Queueing enqueue && new QueueId(tenant, enqueue.queue()).equals(queue);
  }
}
