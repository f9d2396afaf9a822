package io.switchboard.core.adapter.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Signals are immutable and stay in this process, so they travel the bus as they are. */
final class ByReference implements MessageCodec<Object, Object> {
  static final String NAME = "by-reference";

  @Override
  public void encodeToWire(Buffer buffer, Object signal) {
    throw new UnsupportedOperationException("signals do not leave the process");
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("signals do not leave the process");
  }

  @Override
  public Object transform(Object signal) {
    return signal;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
