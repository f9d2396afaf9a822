package io.switchboard.desktop.adapter.http;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Voicemail;
import io.switchboard.core.interaction.Voicemails;
import io.switchboard.desktop.api.Mailboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Three messages of the tenant demo: two for sales, which anna serves, and one for support, which she does not. */
final class LeftMessages implements Voicemails, AutoCloseable {
  static final byte[] SOUND = "RIFF of a caller".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final Path data;
  private final List<Voicemail> all;

  LeftMessages() {
    try {
      data = Files.createTempDirectory("messages");
      Path box = Files.createDirectories(data.resolve("recordings/voicemail/demo"));
      Files.write(box.resolve("1.1-1.wav"), SOUND);
      Files.write(data.resolve("secret"), SOUND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    QueueId sales = QueueId.of("demo", "sales");
    all = List.of(
        new Voicemail(new CallId("1.3"), 1, QueueId.of("demo", "support"), "", 3_000, 2_500, "recordings/voicemail/demo/gone.wav", null, null),
        new Voicemail(new CallId("1.2"), 4, sales, "+4930", 2_000, 4_000, "recordings/../secret", null,
            new Voicemail.Mark("sam", 9_000)),
        new Voicemail(new CallId("1.1"), 1, sales, "+4930555", 1_000, 8_000, "recordings/voicemail/demo/1.1-1.wav",
            new Voicemail.Mark("anna", 8_000), null));
  }

  /** The sound of the first message, which is there. */
  Path sound() {
    return data.resolve("recordings/voicemail/demo/1.1-1.wav");
  }

  Mailboxes mailboxes() {
    return new Mailboxes(this, agent -> agent.name().equals("anna") ? Set.of(QueueId.of("demo", "sales")) : Set.of(), data);
  }

  @Override
  public List<Voicemail> list(TenantId tenant, Optional<List<String>> queues, boolean openOnly, long beforeMs, int limit) {
    return all.stream()
        .filter(each -> each.queue().tenant().equals(tenant) && (!openOnly || each.done() == null) && each.atMs() < beforeMs)
        .filter(each -> queues.map(names -> names.contains(each.queue().name())).orElse(true)).limit(limit).toList();
  }

  @Override
  public Optional<Voicemail> one(TenantId tenant, CallId call, int message) {
    return all.stream().filter(each -> each.queue().tenant().equals(tenant) && each.id().equals(Voicemail.id(call, message))).findFirst();
  }

  @Override
  public void close() {
    try {
      io.switchboard.servers.Places.remove(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
