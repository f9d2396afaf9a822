package io.switchboard.ivr.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.message.MessageFiles.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicemailFilesTest {
  private static final Name MESSAGE = new Name(new TenantId("demo"), new CallId("sb1-17.4"), 2);

  @TempDir Path data;

  @Test
  void whenAMessageCameIn_thenItsLengthIsKnown_andItIsKeptWhereOnlyWeMayRead() throws IOException {
    VoicemailFiles files = new VoicemailFiles(data);
    assertEquals(OptionalLong.empty(), files.length(MESSAGE));
    Files.write(Path.of(files.incoming(MESSAGE) + ".wav"), new byte[44 + 3_000 * 16]);
    assertEquals(OptionalLong.of(3_000), files.length(MESSAGE));
    assertEquals(List.of(MESSAGE), files.left());
    files.keep(MESSAGE);
    assertEquals("recordings/voicemail/demo/sb1-17.4-2.wav", files.kept(MESSAGE));
    assertTrue(Files.exists(data.resolve(files.kept(MESSAGE))));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("recordings/voicemail"))));
    assertEquals(0_1733, (int) Files.getAttribute(data.resolve("recordings/incoming"), "unix:mode") & 0_7777);
    assertEquals(List.of(), files.left());
  }

  @Test
  void whenACallsIdIsHostile_thenTheFileStaysInItsPlace() {
    Name hostile = new Name(new TenantId("demo"), new CallId("../../etc/x y"), 1);
    VoicemailFiles files = new VoicemailFiles(data);
    assertEquals(data.resolve("recordings/incoming/demo~.._.._etc_x_y-1").toString(), files.incoming(hostile));
    assertEquals("recordings/voicemail/demo/.._.._etc_x_y-1.wav", files.kept(hostile));
  }

  @Test
  void whenAMessageIsDropped_thenNothingIsLeft() throws IOException {
    VoicemailFiles files = new VoicemailFiles(data);
    Files.write(Path.of(files.incoming(MESSAGE) + ".wav"), new byte[44]);
    files.drop(MESSAGE);
    assertEquals(List.of(), files.left());
  }
}
