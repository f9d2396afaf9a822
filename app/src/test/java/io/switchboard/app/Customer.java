package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Recording;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer of the demo company who serves himself by telephone. */
final class Customer implements AutoCloseable {
  private static final Pattern ACCOUNT = Pattern.compile("\"account\": \"(\\d+)\"");

  private final Scene scene;
  private final Listener line;

  /** Dials. {@code from} and {@code number} as people write them. */
  Customer(Scene scene, Ear ear, String from, String number) {
    this.scene = scene;
    this.line = Listener.dials(scene.rehearsal, scene.ledger, ear, from, number);
  }

  /** Waits until he hears each of these begin, one after the other. */
  void hears(String... prompts) throws Exception {
    for (String prompt : prompts) {
      line.hears(prompt);
    }
  }

  void presses(String keys) throws Exception {
    line.presses(keys);
  }

  /** What he heard until now. */
  Recording recording() {
    return line.handset().recording();
  }

  String call() throws Exception {
    return line.call();
  }

  /** Waits until his flow has come to this step, written {@code flow/step}. */
  void comesTo(String step) throws Exception {
    scene.ledger.await(
        "select concat(body ->> 'flow', '/', body ->> 'step') from journal where call = ? and kind = 'StepEntered' order by seq",
        rows -> rows.contains(step), Scene.SOON_MS, call());
  }

  /** What his flows remember of him, in order, once there is an account. */
  List<String> remembered() throws Exception {
    return scene.ledger.await("select body ->> 'values' from journal where call = ? and kind = 'Remembered' order by seq",
        rows -> rows.toString().contains("account"), Scene.SOON_MS, call());
  }

  String account() throws Exception {
    Matcher account = ACCOUNT.matcher(remembered().toString());
    assertTrue(account.find(), remembered().toString());
    return account.group(1);
  }

  /** The last four digits of his account, backwards: so the demo company gives them out. */
  String pin() throws Exception {
    return new StringBuilder(account()).reverse().substring(0, 4);
  }

  @Override
  public void close() {
    scene.rehearsal.asterisk().console("channel request hangup all");
    line.close();
  }
}
