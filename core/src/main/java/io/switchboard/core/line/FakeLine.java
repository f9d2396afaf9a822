package io.switchboard.core.line;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what it is told; whoever reads it, a test or a simulation, plays the telephone network. */
public final class FakeLine implements Line {
  /** One command, as it was given. */
  public sealed interface Command {
    record Play(CallId call, List<Sound> sounds, int play) implements Command {}

    record Stop(CallId call) implements Command {}

    record Music(CallId call, String musicClass) implements Command {}

    record Announce(CallId call, List<Sound> sounds) implements Command {}

    record Ringing(Ring ring) implements Command {}

    record CallBack(Ring dial) implements Command {}

    record Dials(Dial dial) implements Command {}

    record AfterTalk(CallId call, boolean heldAgain) implements Command {}

    record Cancel(OfferId offer) implements Command {}

    record Transferring(Transfer transfer) implements Command {}

    record Records(Recording recording) implements Command {}

    record HangUp(CallId call) implements Command {}

    record Arrange(OfferId talk, @Nullable OfferId third, With with) implements Command {}

    record Consult(Ring third, OfferId talk) implements Command {}

    record HandOn(OfferId talk, @Nullable OfferId third) implements Command {}

    record HangUpLeg(OfferId talk) implements Command {}

    record Drop(OfferId talk) implements Command {}

    record Listen(Listener listener) implements Command {}

    record Mute(OfferId talk, boolean muted) implements Command {}
  }

  public final List<Command> commands = new ArrayList<>();

  public <C extends Command> List<C> commands(Class<C> type) {
    return commands.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void play(CallId call, List<Sound> sounds, int play) {
    commands.add(new Command.Play(call, sounds, play));
  }

  @Override
  public void stop(CallId call) {
    commands.add(new Command.Stop(call));
  }

  @Override
  public void music(CallId call, String musicClass) {
    commands.add(new Command.Music(call, musicClass));
  }

  @Override
  public void announce(CallId call, List<Sound> sounds) {
    commands.add(new Command.Announce(call, sounds));
  }

  @Override
  public void ring(Ring ring) {
    commands.add(new Command.Ringing(ring));
  }

  @Override
  public void callBack(Ring dial) {
    commands.add(new Command.CallBack(dial));
  }

  @Override
  public void dial(Dial dial) {
    commands.add(new Command.Dials(dial));
  }

  @Override
  public void afterTalk(CallId call, boolean heldAgain) {
    commands.add(new Command.AfterTalk(call, heldAgain));
  }

  @Override
  public void cancel(OfferId offer) {
    commands.add(new Command.Cancel(offer));
  }

  @Override
  public void transfer(Transfer transfer) {
    commands.add(new Command.Transferring(transfer));
  }

  @Override
  public void record(Recording recording) {
    commands.add(new Command.Records(recording));
  }

  @Override
  public void hangUp(CallId call) {
    commands.add(new Command.HangUp(call));
  }

  @Override
  public void arrange(OfferId talk, @Nullable OfferId third, With with) {
    commands.add(new Command.Arrange(talk, third, with));
  }

  @Override
  public void consult(Ring third, OfferId talk) {
    commands.add(new Command.Consult(third, talk));
  }

  @Override
  public void handOn(OfferId talk, @Nullable OfferId third) {
    commands.add(new Command.HandOn(talk, third));
  }

  @Override
  public void hangUp(OfferId talk) {
    commands.add(new Command.HangUpLeg(talk));
  }

  @Override
  public void drop(OfferId talk) {
    commands.add(new Command.Drop(talk));
  }

  @Override
  public void listen(Listener listener) {
    commands.add(new Command.Listen(listener));
  }

  @Override
  public void mute(OfferId talk, boolean muted) {
    commands.add(new Command.Mute(talk, muted));
  }
}
