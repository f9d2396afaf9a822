package io.switchboard.ivr.script;

import io.switchboard.ivr.verb.Asking;
import io.switchboard.ivr.verb.Callback;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.Recording;
import io.switchboard.ivr.verb.Speaking;
import io.switchboard.ivr.verb.ToAgent;
import io.switchboard.ivr.verb.Transfer;
import io.switchboard.ivr.verb.Turn;
import io.switchboard.ivr.verb.Voicemail;
import io.switchboard.ivr.verb.WaitCondition;

/** What a script cannot do: the checker lets no such step into one. */
abstract class WithoutTelephone implements Turn {
  private static IllegalStateException none() {
    return new IllegalStateException("a script has no telephone");
  }

  @Override
  public void speak(Speaking step) {
    throw none();
  }

  @Override
  public void ask(Asking step) {
    throw none();
  }

  @Override
  public void enqueue(Enqueue enqueue) {
    throw none();
  }

  @Override
  public void weigh(WaitCondition condition) {
    throw none();
  }

  @Override
  public void callback(Callback callback) {
    throw none();
  }

  @Override
  public void transfer(Transfer transfer) {
    throw none();
  }

  @Override
  public void transfer(ToAgent transfer) {
    throw none();
  }

  @Override
  public void record(Recording recording) {
    throw none();
  }

  @Override
  public void voicemail(Voicemail voicemail) {
    throw none();
  }

  @Override
  public void language(String language) {
    throw none();
  }
}
