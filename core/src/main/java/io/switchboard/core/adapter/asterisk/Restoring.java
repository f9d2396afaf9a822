package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Between connecting and being live: gathers the snapshot's lines and keeps every other event for afterwards. An event that the snapshot
 * already contains does no harm: the exchange takes each fact once.
 */
final class Restoring {
  private Snapshot snapshot = new Snapshot();
  private List<AmiMessage> buffered = new ArrayList<>();

  void begin() {
    snapshot = new Snapshot();
    buffered = new ArrayList<>();
  }

  /** True when this event was the snapshot's last. The list of devices is asked for first, and so is complete too. */
  boolean take(AmiMessage event) {
    switch (event.event()) {
      case "CoreShowChannel" -> line(event);
      case "DeviceStateChange" -> device(event);
      case "CoreShowChannelsComplete" -> {
        return true;
      }
      default -> buffered.add(event);
    }
    return false;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  List<AmiMessage> buffered() {
    return buffered;
  }

  private void line(AmiMessage line) {
    Snapshot.Caller caller = Hearing.caller(line);
    if (caller != null) {
      snapshot.add(caller);
    }
    Snapshot.Listener listener = Hearing.listener(line);
    if (listener != null) {
      snapshot.add(listener);
    }
    Snapshot.Leg leg = Hearing.leg(line);
    if (leg != null) {
      snapshot.add(leg);
    }
  }

  private void device(AmiMessage device) {
    Heard.PhoneChanged phone = Hearing.phone(device);
    if (phone != null) {
      snapshot.add(phone);
    }
  }
}
