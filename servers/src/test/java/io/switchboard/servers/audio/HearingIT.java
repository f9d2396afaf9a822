package io.switchboard.servers.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.servers.asterisk.TinyAsterisk;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.SippCall.Ending;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers of SIPp who hear and press by handsets, against an Asterisk whose dialplan is the other side. */
class HearingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path directory;
  private static TinyAsterisk asterisk;
  private static Ear ear;

  @BeforeAll
  static void start() throws IOException {
    Path sounds = Files.createDirectories(directory.resolve("sounds"));
    Path menu = wav(sounds.resolve("menu.wav"), Sounds.speech(1, 3));
    Path thanks = wav(sounds.resolve("thanks.wav"), Sounds.speech(2, 1));
    ear = new Ear(Map.of("menu", menu, "thanks", thanks), Map.of());
    asterisk = TinyAsterisk.start(directory.resolve("asterisk"), """
        exten => 20,1,Answer()
         same => n,Read(PRESSED,%1$s/menu,1,,1,5)
         same => n,Playback(%1$s/thanks)
         same => n,Wait(1)
         same => n,Hangup()
        exten => 21,1,Answer()
         same => n,Playback(%1$s/thanks)
         same => n,Read(PRESSED,%1$s/menu,8,,1,5)
         same => n,GotoIf($["${PRESSED}" = "10429983"]?right:wrong)
         same => n(right),Playback(%1$s/thanks)
         same => n(wrong),Hangup()
        """.formatted(sounds), "");
  }

  @AfterAll
  static void stop() {
    asterisk.close();
  }

  /** Written as sox would, with a chunk that nobody needs. */
  private static Path wav(Path file, short[] samples) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(54 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(46 + 2 * samples.length).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
    out.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000).putShort((short) 2).putShort((short) 16);
    out.put("LIST".getBytes(StandardCharsets.US_ASCII)).putInt(2).putShort((short) 0);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
    for (short sample : samples) {
      out.putShort(sample);
    }
    return Files.write(file, out.array());
  }

  private static SippCallers dial(String number, Handsets handsets) {
    CallerPlan plan = CallerPlan.to(asterisk.sip(), number).hearingAt(handsets.ports()).staying(Stay.atMostMs(15_000));
    return SippCallers.start(directory, "hearing-" + number, plan, new Volume.Times(handsets.all().size(), 20));
  }

  @Test
  void eachCallerHearsThePromptThatHisKeyCuts_andWhatFollows() throws Exception {
    try (Handsets handsets = Handsets.open(3);
        SippCallers callers = dial("20", handsets)) {
      for (Handset handset : handsets.all()) {
        ear.awaits(handset, "menu", 0, PATIENCE);
      }
      for (Handset handset : handsets.all()) {
        KeyPress key = handset.press("1").get(5, TimeUnit.SECONDS).getFirst();
        assertTrue(key.endedNs() > key.beganNs());
      }
      assertTrue(callers.awaitEnd(PATIENCE));
      assertEquals(3, callers.trace().count(Ending.WAS_HUNG_UP));
      for (Handset handset : handsets.all()) {
        Recording recording = handset.recording();
        Heard heard = ear.of(recording);
        assertEquals(List.of("menu", "thanks"), heard.names(), heard.toString());
        assertFalse(heard.prompts().getFirst().whole(), heard.toString());
        assertTrue(heard.first("thanks").whole(), heard.toString());
        assertEquals(0, recording.lost());
        assertEquals(heard.first("thanks").fromS(), ear.begins(recording, "thanks", heard.prompts().getFirst().toS(), 5).orElseThrow(), 0.0001);
      }
    }
  }

  @Test
  void keysOfSixtyMillisecondsThatComeAHundredApartAllArrive() throws Exception {
    try (Handsets handsets = Handsets.open(1);
        SippCallers callers = dial("21", handsets)) {
      ear.awaits(handsets.get(0), "menu", 0, PATIENCE);
      handsets.get(0).press("10429983", 60, 40).get(5, TimeUnit.SECONDS);
      assertTrue(callers.awaitEnd(PATIENCE));
      Heard heard = ear.of(handsets.get(0).recording());
      assertEquals(List.of("thanks", "menu", "thanks"), heard.names(), heard.toString());
    }
  }
}
