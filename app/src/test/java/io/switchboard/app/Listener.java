package io.switchboard.app;

import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Handset;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.audio.Heard;
import io.switchboard.servers.audio.KeyPress;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Someone who dials with a phone at his ear and presses its keys; he hangs up when he is closed. */
final class Listener implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(25);
  /** Nothing is said twice within that time. */
  private static final double APART_S = 0.1;
  private static final int STAYS_MS = 120_000;
  private static final AtomicInteger DIALLED = new AtomicInteger();

  private final Ledger ledger;
  private final Ear ear;
  private final String from;
  private final Handsets handsets = Handsets.open(1);
  private final SippCallers sipp;
  /** When the last prompt that he waited for began. */
  private double heardS = -1;

  private Listener(Rehearsal rehearsal, Ledger ledger, Ear ear, String from, String number) {
    this.ledger = ledger;
    this.ear = ear;
    this.from = from;
    this.sipp = SippCallers.start(rehearsal.home(), "listener-" + from + "-" + DIALLED.incrementAndGet(),
        CallerPlan.to(rehearsal.sipPort(), number).who(n -> new Dialling(from, number, "")).hearingAt(handsets.ports())
            .staying(Stay.atMostMs(STAYS_MS)),
        new Volume.Times(1, 10));
  }

  /** @param number as it is dialled */
  static Listener dials(Rehearsal rehearsal, Ledger ledger, Ear ear, String number) {
    return dials(rehearsal, ledger, ear, "0172" + (1_000_000 + DIALLED.incrementAndGet()), number);
  }

  /** The same of one who has the number {@code from}, as he would write it. */
  static Listener dials(Rehearsal rehearsal, Ledger ledger, Ear ear, String from, String number) {
    return new Listener(rehearsal, ledger, ear, from, number);
  }

  Handset handset() {
    return handsets.get(0);
  }

  /** Waits until he hears it begin, after the prompt that he waited for before; when that was. */
  double hears(String prompt) throws Exception {
    heardS = ear.awaits(handset(), prompt, heardS + APART_S, SOON);
    return heardS;
  }

  List<KeyPress> presses(String keys) throws Exception {
    List<KeyPress> pressed = handset().press(keys).get(20, TimeUnit.SECONDS);
    heardS = Math.max(heardS, handset().recording().seconds(pressed.getLast().beganNs()) - APART_S); // what answers it may begin at once
    return pressed;
  }

  /** He listens for so long. */
  void waits(double seconds) throws Exception {
    double until = handset().recording().seconds(System.nanoTime()) + seconds;
    Scene.await(() -> handset().recording().seconds(System.nanoTime()), now -> now >= until, 60_000);
  }

  /** All that he heard until now. */
  Heard heard() {
    return ear.of(handset().recording());
  }

  /** His call's id. */
  String call() throws Exception {
    return ledger.call("+49" + from.substring(1));
  }

  /** This field of every fact of this kind, once there are so many. */
  List<String> facts(String kind, String field, int count) throws Exception {
    return ledger.await("select coalesce(body ->> ?, '') from journal where call = ? and kind = ? order by seq",
        rows -> rows.size() >= count, Scene.SOON_MS, field, call(), kind);
  }

  /** Waits until his flow has come to this step. */
  void comesTo(String step) throws Exception {
    ledger.await("select body ->> 'step' from journal where call = ? and kind = 'StepEntered' order by seq", rows -> rows.contains(step),
        Scene.SOON_MS, call());
  }

  @Override
  public void close() {
    sipp.close();
    handsets.close();
  }
}
