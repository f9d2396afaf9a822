package io.switchboard.core.adapter.asterisk.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmiReaderTest {
  @Test
  void whenAnEventComes_thenItsFieldsAndTheVariablesOfItsChannelAreRead() throws IOException {
    AmiReader in = reading("Asterisk Call Manager/11.0.0\r\nEvent: Hangup\r\nChannel: PJSIP/a-1\r\nExten: \r\nEmpty:\r\n"
        + "ChanVariable: CC_CALL=sb1=x\r\nChanVariable(PJSIP/a-1): CC_ROLE=caller\r\nDestChanVariable: CC_ROLE=agent\r\n"
        + "Cause-txt: a: b\r\nno field\r\n\r\n");
    assertEquals("Asterisk Call Manager/11.0.0", in.line());
    AmiMessage event = in.message();
    assertEquals("Hangup", event.event());
    assertFalse(event.isResponse());
    assertEquals("", event.text("Exten"));
    assertEquals("", event.text("Empty"));
    assertEquals("", event.text("Nowhere"));
    assertEquals("a: b", event.text("Cause-txt"));
    assertEquals(Map.of("CC_CALL", "sb1=x", "CC_ROLE", "caller"), event.variables());
  }

  @Test
  void whenAFieldComesTwice_thenTheFirstCounts_soNothingAddedBehindChangesAnything() throws IOException {
    AmiMessage event = reading("Event: Hangup\r\nUniqueid: 1\r\nUniqueid: 2\r\nEvent: Newstate\r\n\r\n").message();
    assertEquals("Hangup", event.event());
    assertEquals("1", event.text("Uniqueid"));
  }

  @Test
  void whenAnAnswerComes_thenItTellsWhichActionItAnswers() throws IOException {
    AmiReader in = reading("Response: Error\r\nActionID: 17#sb1-1.1-3\r\nMessage: No such channel\r\n\r\n"
        + "\r\nEvent: OriginateResponse\r\nResponse: Failure\r\nActionID: 17#sb1-1.1-3\r\n\r\n");
    AmiMessage answer = in.message();
    assertTrue(answer.isResponse());
    assertEquals("17", answer.sentAs());
    assertEquals("sb1-1.1-3", answer.actionId());
    assertFalse(in.message().isResponse(), "an event with a field of that name");
    assertThrows(EOFException.class, in::message);
  }

  @Test
  void whenAValueHoldsALoneCrOrLf_thenTheLineGoesOn() throws IOException {
    AmiMessage event = reading("Event: A\r\nX: 1\n\n2\r3\r\n\r\n").message();
    assertEquals("1\n\n2\r3", event.text("X"));
  }

  @Test
  void whenTheStreamTimesOutBetweenAnyTwoBytes_thenNothingIsLost() throws IOException {
    byte[] bytes = "Event: A\r\nX: é\r\n\r\nEvent: B\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    AmiReader in = new AmiReader(new Hesitant(bytes));
    AmiMessage first = patiently(in);
    assertEquals("é", first.text("X"));
    assertEquals("B", patiently(in).event());
  }

  @Test
  void whenALineOrAMessageNeverEnds_thenTheConnectionIsGivenUp_insteadOfAllMemory() {
    assertThrows(IOException.class, reading("X: " + "y".repeat(2 * AmiReader.LINE_MAX) + "\r\n\r\n")::message);
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i <= AmiReader.FIELDS_MAX; i++) {
      fields.append("F").append(i).append(": x\r\n");
    }
    assertThrows(IOException.class, reading(fields + "\r\n")::message);
  }

  @Test
  void whenALineIsLongerThanTheBuffer_thenItIsReadWhole() throws IOException {
    String result = "r".repeat(60_000);
    assertEquals(result, reading("Event: A\r\nResult: " + result + "\r\n\r\n").message().text("Result"));
  }

  private static AmiMessage patiently(AmiReader in) throws IOException {
    while (true) {
      try {
        return in.message();
      } catch (SocketTimeoutException again) {
        Thread.onSpinWait();
      }
    }
  }

  private static AmiReader reading(String text) {
    return new AmiReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** One byte, then none in time, then the next. */
  private static final class Hesitant extends InputStream {
    private final byte[] bytes;
    private int next;
    private boolean late;

    Hesitant(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      late = !late;
      if (late) {
        throw new SocketTimeoutException();
      }
      if (next == bytes.length) {
        return -1;
      }
      into[from] = bytes[next++];
      return 1;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }
  }
}
