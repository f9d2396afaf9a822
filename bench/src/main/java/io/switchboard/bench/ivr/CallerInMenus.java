package io.switchboard.bench.ivr;

import io.switchboard.bench.ivr.Menus.Language;
import io.switchboard.servers.audio.Handset;
import io.switchboard.servers.audio.KeyPress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** One who presses his way through the menus until he is told to stop, on a thread of his own. */
final class CallerInMenus implements Runnable {
  /**
   * A key that he pressed.
   *
   * @param prompt that answers it, by language and id
   * @param listened he waited for the answer, instead of pressing on
   */
  record Pressed(KeyPress key, String prompt, boolean listened) {}

  private final Menus menus;
  private final Pace pace;
  private final Handset handset;
  private final Language language;
  private final Random random;
  private final List<Pressed> pressed = new ArrayList<>();
  private String menu = "";
  private volatile boolean enough;

  CallerInMenus(Menus menus, Pace pace, Handset handset, Language language, long seed) {
    this.menus = menus;
    this.pace = pace;
    this.handset = handset;
    this.language = language;
    this.random = new Random(seed);
  }

  Handset handset() {
    return handset;
  }

  void stop() {
    enough = true;
  }

  /** Keys pressed so far, in their order. */
  synchronized List<Pressed> pressed() {
    return List.copyOf(pressed);
  }

  @Override
  public void run() {
    try {
      handset.answered().get();
      think();
      while (!enough) {
        pressRow();
        think();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a key could not be pressed", e);
    }
  }

  private void think() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(pace.leastMs(), pace.mostMs() + 1));
  }

  private void pressRow() throws InterruptedException, ExecutionException {
    StringBuilder keys = new StringBuilder();
    List<String> answers = new ArrayList<>();
    while (keys.length() < pace.keys()) {
      char key = menu.isEmpty() ? language.key : menus.anyKey(menu, random);
      menu = menu.isEmpty() ? Menus.MAIN : menus.after(menu, key);
      keys.append(key);
      answers.add(language.prompt(menu));
    }
    List<KeyPress> sent = handset.press(keys.toString(), pace.heldMs(), pace.apartMs()).get();
    synchronized (this) {
      for (int n = 0; n < sent.size(); n++) {
        pressed.add(new Pressed(sent.get(n), answers.get(n), n == sent.size() - 1));
      }
    }
  }
}
