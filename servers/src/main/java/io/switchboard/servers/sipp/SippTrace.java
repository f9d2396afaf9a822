package io.switchboard.servers.sipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What callers, or phones, went through: read from SIPp's short-message file, also while it grows. Not for several threads.
 *
 * <p>A line has seven columns, apart by tabs: date, time, seconds since 1970 with six decimals, S (sent) or R (received), Call-ID,
 * CSeq, and the message's first line.
 */
public final class SippTrace {
  private static final int COLUMNS = 7;
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final Map<String, SippCall> calls = new LinkedHashMap<>();
  private long position;

  SippTrace(Path file) {
    this.file = file;
  }

  /** All calls so far, in the order of their INVITEs. */
  public List<SippCall> calls() {
    read();
    return List.copyOf(calls.values());
  }

  public long count(SippCall.Ending ending) {
    return calls().stream().filter(call -> call.ending() == ending).count();
  }

  private void read() {
    if (!Files.exists(file)) {
      return;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
      long before;
      do {
        before = position;
        channel.position(position).read(chunk.clear());
        position += lines(chunk.flip());
      } while (position > before);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Takes the complete lines and returns their length; the rest of a line that is still being written comes next time. */
  private int lines(ByteBuffer chunk) {
    int end = chunk.limit();
    while (end > 0 && chunk.get(end - 1) != '\n') {
      end--;
    }
    new String(chunk.array(), 0, end, StandardCharsets.UTF_8).lines().forEach(this::line);
    return end;
  }

  void line(String line) {
    String[] columns = line.split("\t", COLUMNS);
    if (columns.length == COLUMNS) {
      message(micros(columns[2]), columns[3].equals("S"), columns[4], columns[5], columns[6]);
    }
  }

  private static long micros(String seconds) {
    int point = seconds.indexOf('.');
    return Long.parseLong(seconds.substring(0, point)) * 1_000_000 + Long.parseLong(seconds.substring(point + 1));
  }

  private void message(long atUs, boolean sent, String id, String cseq, String first) {
    if (first.startsWith("INVITE ")) {
      calls.putIfAbsent(id, SippCall.invited(id, userOf(first), atUs));
    } else if (first.startsWith("BYE ")) {
      calls.computeIfPresent(id, (key, call) ->
          call.ended(sent ? SippCall.Ending.HUNG_UP : SippCall.Ending.WAS_HUNG_UP, 0, atUs));
    } else if (first.startsWith("CANCEL ")) {
      calls.computeIfPresent(id, (key, call) -> call.ended(SippCall.Ending.CANCELLED, 0, atUs));
    } else if (first.startsWith("SIP/2.0 ") && cseq.endsWith(" INVITE")) {
      int code = Integer.parseInt(first.split(" ", 3)[1]);
      calls.computeIfPresent(id, (key, call) -> replied(call, code, atUs));
    }
  }

  private static SippCall replied(SippCall call, int code, long atUs) {
    if (code < 200) {
      return call;
    }
    return code < 300 ? call.answered(atUs) : call.ended(SippCall.Ending.REFUSED, code, atUs);
  }

  private static String userOf(String requestLine) {
    int from = requestLine.indexOf(':') + 1;
    int to = requestLine.indexOf('@');
    return from > 0 && to > from ? requestLine.substring(from, to) : "";
  }
}
