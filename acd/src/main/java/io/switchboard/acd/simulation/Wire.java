package io.switchboard.acd.simulation;

import io.switchboard.core.line.LineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The way from the network to the stage: what is said arrives, or late and in another order, or twice, or never. */
final class Wire {
  private final Random dice;
  private final Consumer<LineEvent> arrives;
  private final Consumer<Fault> happened;
  private final List<LineEvent> onTheirWay = new ArrayList<>();
  private boolean gap;

  Wire(Random dice, Consumer<LineEvent> arrives, Consumer<Fault> happened) {
    this.dice = dice;
    this.arrives = arrives;
    this.happened = happened;
  }

  void carry(LineEvent event) {
    int fate = dice.nextInt(20);
    if (fate == 0) {
      gap = true;
      happened.accept(Fault.EVENT_LOST);
    } else if (fate < 4) {
      onTheirWay.add(dice.nextInt(onTheirWay.size() + 1), event);
      happened.accept(Fault.EVENT_LATE);
    } else {
      arrives.accept(event);
      if (fate == 4) {
        onTheirWay.add(event);
        happened.accept(Fault.EVENT_TWICE);
      }
    }
  }

  /** One of those that are late comes now. */
  void deliver() {
    if (!onTheirWay.isEmpty()) {
      arrives.accept(onTheirWay.remove(dice.nextInt(onTheirWay.size())));
    }
  }

  /** Something was lost that has not been told since. */
  boolean gap() {
    return gap;
  }

  /** Everything that was said has arrived. */
  boolean quiet() {
    return !gap && onTheirWay.isEmpty();
  }

  /** A new connection: what was on its way never comes, and the whole truth is told instead. */
  void cut() {
    onTheirWay.clear();
    gap = false;
  }
}
