package io.switchboard.core.adapter.postgres;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.recording.KeptRecordings;
import java.io.UncheckedIOException;
import java.util.List;

/** Recordings of talks, read from the journal. */
public final class PgKeptRecordings implements KeptRecordings {
  private static final String ENDED = """
      select m.tenant, m.call, (m.body ->> 'recording')::int, m.body ->> 'file', m.at_ms from journal m
      where m.kind = 'TalkRecordingEnded' and m.body ->> 'queue' = ? and m.at_ms >= ? and m.at_ms < ? and m.body ->> 'file' <> ''
        and not exists (select 1 from journal j where j.call = m.call and j.kind = 'TalkRecordingRemoved'
          and j.body ->> 'recording' = m.body ->> 'recording')
      order by m.at_ms limit ?""";

  private final Database database;

  public PgKeptRecordings(Database database) {
    this.database = database;
  }

  @Override
  public List<Kept> ended(QueueId queue, long fromMs, long toMs, int most) throws UncheckedIOException {
    return Sql.reading(database.pool(), "look for recordings", connection -> Sql.list(
        connection, ENDED,
        row -> new Kept(new TenantId(row.getString(1)), new CallId(row.getString(2)), row.getInt(3), row.getString(4), row.getLong(5)),
        queue.toString(), fromMs, toMs, most));
  }
}
