package io.switchboard.servers.sipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SippTraceTest {
  @TempDir Path directory;

  @Test
  void tellsWhenThePhoneRangAnsweredAndHungUpToTheMicrosecond() throws Exception {
    append("""
        2026-11-22\t04:26:19.652377\t1795321579.652377\tR\tx@h\tCSeq:27051 INVITE\tINVITE sip:agent31@127.0.0.1:27540 SIP/2.0
        2026-11-22\t04:26:19.652635\t1795321579.652635\tS\tx@h\tCSeq:27051 INVITE\tSIP/2.0 180 Ringing
        2026-11-22\t04:26:20.015967\t1795321580.015967\tS\tx@h\tCSeq:27051 INVITE\tSIP/2.0 200 OK
        2026-11-22\t04:26:21.520990\t1795321581.520990\tS\tx@h\tCSeq:90 BYE\tBYE sip:asterisk@127.0.0.1:28512 SIP/2.0
        2026-11-22\t04:26:21.521578\t1795321581.521578\tR\tx@h\tCSeq:90 BYE\tSIP/2.0 200 OK
        """);
    assertEquals(
        new SippCall("x@h", "agent31", 1795321579652377L, OptionalLong.of(1795321580015967L), OptionalLong.of(1795321581520990L),
            SippCall.Ending.HUNG_UP, 0),
        trace().calls().getFirst());
  }

  @Test
  void aLineStillBeingWrittenIsReadOnceItIsComplete() throws Exception {
    SippTrace trace = trace();
    append("d\tt\t1.000001\tS\t7-9@h\tCSeq:1 INVITE\tINVITE sip:40@h SIP/2.0\nd\tt\t2.0000");
    assertEquals(1, trace.calls().size());
    append("02\tR\t7-9@h\tCSeq:1 INVITE\tSIP/2.0 486 Busy Here\n");
    SippCall call = trace.calls().getFirst();
    assertEquals(SippCall.Ending.REFUSED, call.ending());
    assertEquals(486, call.code());
    assertEquals(6, call.number());
    assertEquals(OptionalLong.of(2_000_002), call.endedUs());
  }

  @Test
  void aCancelledCallIsNotCountedAsRefusedByIts487() throws Exception {
    append("""
        d\tt\t1.000001\tR\tx\tCSeq:1 INVITE\tINVITE sip:a@h SIP/2.0
        d\tt\t2.000001\tR\tx\tCSeq:1 CANCEL\tCANCEL sip:a@h SIP/2.0
        d\tt\t2.000002\tS\tx\tCSeq:1 INVITE\tSIP/2.0 487 Request Terminated
        """);
    assertEquals(SippCall.Ending.CANCELLED, trace().calls().getFirst().ending());
  }

  @Test
  void aFileThatIsNotThereYetHasNoCalls() {
    assertTrue(trace().calls().isEmpty());
  }

  private SippTrace trace() {
    return new SippTrace(directory.resolve("messages"));
  }

  private void append(String text) throws IOException {
    Files.writeString(directory.resolve("messages"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
