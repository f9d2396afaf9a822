package io.switchboard.servers.audio;

import io.switchboard.servers.Ports;
import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Handsets of many callers, on one thread: it waits for what arrives first, a packet or the time to send one. */
public final class Handsets implements AutoCloseable {
  private static final int DATAGRAM = 2_048;
  private static final long IDLE_MS = 10;
  private static final long TO_END_MS = 5_000;

  private final List<Handset> handsets = new ArrayList<>();
  private final Selector selector;
  private final Thread thread;
  private final ByteBuffer in = ByteBuffer.allocateDirect(DATAGRAM);
  private final ByteBuffer out = ByteBuffer.allocateDirect(DATAGRAM);
  private volatile boolean open = true;

  private Handsets(int count) throws IOException {
    selector = Selector.open();
    for (int n = 0; n < count; n++) {
      Handset handset = new Handset(Ports.freeRange(2));
      handsets.add(handset);
      handset.channel().register(selector, SelectionKey.OP_READ, handset);
    }
    thread = Thread.ofPlatform().name("handsets").daemon().start(this::run);
  }

  /** Opens so many, each on a free port. */
  public static Handsets open(int count) {
    try {
      return new Handsets(count);
    } catch (IOException e) {
      throw new ServerException("cannot open " + count + " ports for audio: " + e.getMessage(), e);
    }
  }

  /** The n-th, from 0. */
  public Handset get(int n) {
    return handsets.get(n);
  }

  public List<Handset> all() {
    return List.copyOf(handsets);
  }

  /** Of all, in their order. */
  public List<Integer> ports() {
    return handsets.stream().map(Handset::port).toList();
  }

  private void run() {
    try {
      while (open) {
        selector.select(this::receive, sendDue());
      }
    } catch (IOException e) {
      throw new ServerException("audio breaks off: " + e.getMessage(), e);
    }
  }

  private void receive(SelectionKey key) {
    try {
      if (key.attachment() instanceof Handset handset) {
        handset.receive(in);
      }
    } catch (IOException e) {
      throw new ServerException("audio cannot be received: " + e.getMessage(), e);
    }
  }

  /** Milliseconds until something is due again. */
  private long sendDue() throws IOException {
    long nowNs = System.nanoTime();
    long waitNs = TimeUnit.MILLISECONDS.toNanos(IDLE_MS);
    for (Handset handset : handsets) {
      if (handset.waitNs(nowNs) <= 0) {
        handset.send(out, nowNs);
      }
      waitNs = Math.min(waitNs, handset.waitNs(nowNs));
    }
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(waitNs));
  }

  @Override
  public void close() {
    open = false;
    selector.wakeup();
    try {
      thread.join(TO_END_MS);
      for (Handset handset : handsets) {
        handset.close();
      }
      selector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new ServerException("ports for audio cannot be closed: " + e.getMessage(), e);
    }
  }
}
