package io.switchboard.core.adapter.postgres;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes durable together.
 *
 * @param writer the run of the platform that wrote it
 * @param number counts the writer's batches from 1, without gaps
 * @param doubtSeq where its first fact would be in the journal if a commit, whose answer was not heard, went well; 0 when none was tried
 */
record Batch(UUID writer, long number, long doubtSeq, List<Row> rows) {

  Batch inDoubt(long seq) {
    return new Batch(writer, number, seq, rows);
  }

  /** As a record of the spill file. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 400 * rows.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(writer.getMostSignificantBits());
      out.writeLong(writer.getLeastSignificantBits());
      out.writeLong(number);
      out.writeLong(doubtSeq);
      out.writeInt(rows.size());
      for (Row row : rows) {
        out.writeLong(row.atMs());
        write(out, row.tenant());
        write(out, row.call());
        write(out, row.agent());
        write(out, row.kind());
        write(out, row.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Batch of(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      UUID writer = new UUID(in.readLong(), in.readLong());
      long number = in.readLong();
      long doubtSeq = in.readLong();
      int count = in.readInt();
      List<Row> rows = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        rows.add(new Row(in.readLong(), text(in), read(in), read(in), text(in), text(in)));
      }
      return new Batch(writer, number, doubtSeq, rows);
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String text(DataInputStream in) throws IOException {
    String text = read(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }
}
