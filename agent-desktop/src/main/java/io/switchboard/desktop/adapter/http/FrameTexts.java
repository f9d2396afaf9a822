package io.switchboard.desktop.adapter.http;

import com.fasterxml.jackson.databind.util.RawValue;
import io.switchboard.desktop.protocol.Frame;
import io.switchboard.desktop.protocol.FrameType;
import org.jspecify.annotations.Nullable;

/**
 * Frames as JSON. A change goes to all who are shown the same one after the other, and only its number differs: the body that was written
 * last is not written again. Safe from any thread.
 */
final class FrameTexts {
  private record Written(Object body, RawValue json) {}

  private volatile @Nullable Written last;

  String of(Frame frame) {
    if (frame.type() != FrameType.CHANGE) {
      return Json.text(frame);
    }
    Written written = last;
    if (written == null || written.body() != frame.body()) {
      written = new Written(frame.body(), new RawValue(Json.text(frame.body())));
      last = written;
    }
    return Json.text(new Frame(frame.v(), frame.seq(), frame.type(), frame.topic(), frame.atMs(), written.json()));
  }
}
