package io.switchboard.app;

import io.switchboard.app.editing.Editing;
import io.switchboard.app.editing.Recordings;
import io.switchboard.core.adapter.vertx.Stage;
import io.switchboard.core.release.Releases;
import io.switchboard.core.signal.ConfigurationRequest;
import io.switchboard.core.signal.PromptRequest;
import io.switchboard.core.signal.ReloadRequest;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signals;
import java.nio.file.Path;
import java.util.function.Function;

/** Answers who asks for the configuration's files or changes them. Reading files takes a while: on a thread of its own. */
final class ConfigurationRequests {
  private final Path directory;
  private final Reload reload;
  private final Releases releases;
  private final Signals signals;
  private final Stage.Loop loop;

  ConfigurationRequests(Path directory, Reload reload, Releases releases, Signals signals, Stage.Loop loop) {
    this.directory = directory;
    this.reload = reload;
    this.releases = releases;
    this.signals = signals;
    this.loop = loop;
  }

  void open() {
    signals.answer(ReloadRequest.class, (asked, reply) -> Thread.ofVirtual().name("reload").start(() -> {
      ReloadRequest.Outcome outcome = reload.take(asked.by());
      loop.owner().execute(() -> reply.accept(outcome));
    }));
    Editing editing = new Editing(directory, reload, releases);
    edits(ConfigurationRequest.ListFiles.class, editing::answer);
    edits(ConfigurationRequest.ReadFile.class, editing::answer);
    edits(ConfigurationRequest.WriteFile.class, editing::answer);
    edits(ConfigurationRequest.WriteFiles.class, editing::answer);
    edits(ConfigurationRequest.ChangeQueue.class, editing::answer);
    edits(ConfigurationRequest.RollBack.class, editing::answer);
    Recordings recordings = new Recordings(directory, editing, reload, reload::prompts);
    edits(PromptRequest.ListPrompts.class, recordings::answer);
    edits(PromptRequest.HearRecording.class, recordings::answer);
    edits(PromptRequest.PutRecording.class, recordings::answer);
    edits(PromptRequest.RemoveRecording.class, recordings::answer);
  }

  private <A, Q extends Request<A>> void edits(Class<Q> type, Function<Q, A> editing) {
    signals.<A, Q>answer(type, (asked, reply) -> Thread.ofVirtual().name("editing").start(() -> {
      A outcome = editing.apply(asked);
      loop.owner().execute(() -> reply.accept(outcome));
    }));
  }
}
