package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.desktop.protocol.Frame;
import io.switchboard.desktop.protocol.FrameType;
import io.switchboard.desktop.protocol.MessageView;
import io.switchboard.desktop.protocol.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameTextsTest {
  private int written;
  private final FrameTexts texts = new FrameTexts();

  /** Says how often it was written. */
  public final class Watched {
    public int getTimes() {
      return ++written;
    }
  }

  private static Frame change(long seq, Object body) {
    return new Frame(Frame.VERSION, seq, FrameType.CHANGE, Topic.DESK, 5_000, body);
  }

  @Test
  void aBodyThatGoesToSeveralIsWrittenOnce_eachTimeUnderItsOwnNumber() {
    Map<String, Object> body = Map.of("call", new Watched());
    assertEquals("{\"v\":1,\"seq\":7,\"type\":\"change\",\"topic\":\"desk\",\"at_ms\":5000,\"body\":{\"call\":{\"times\":1}}}", texts.of(change(7, body)));
    assertEquals("{\"v\":1,\"seq\":3,\"type\":\"change\",\"topic\":\"desk\",\"at_ms\":5000,\"body\":{\"call\":{\"times\":1}}}", texts.of(change(3, body)));
    assertEquals("{\"v\":1,\"seq\":8,\"type\":\"change\",\"topic\":\"desk\",\"at_ms\":5000,\"body\":{\"call\":{\"times\":2}}}",
        texts.of(change(8, Map.of("call", body.get("call")))));
  }

  @Test
  void itIsTheSameTextAsOfTheWholeFrame() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("messages", List.of(new MessageView("1", "sam", "„Grüße“ 你好 \"\\", 1, false)));
    body.put("call", null);
    assertEquals(Json.text(change(1, body)), texts.of(change(1, body)));
  }

  @Test
  void othersThanChangesAreWrittenAsTheyAre() {
    Frame frame = new Frame(Frame.VERSION, 1, FrameType.SNAPSHOT, Topic.DESK, 5_000, Map.of("call", new Watched()));
    texts.of(frame);
    texts.of(frame);
    assertEquals(2, written);
  }
}
