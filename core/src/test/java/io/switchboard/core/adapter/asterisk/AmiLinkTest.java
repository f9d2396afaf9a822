package io.switchboard.core.adapter.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asteriskjava.manager.action.SetVarAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a manager interface that logs us in and then stalls. */
@Timeout(30)
class AmiLinkTest {
  private static final AmiLink.Times QUICK = new AmiLink.Times(100, 500);

  private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();
  private final CountDownLatch connected = new CountDownLatch(1);
  private ServerSocket server;
  private Socket accepted;
  private AmiLink link;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket();
    server.setReceiveBufferSize(4096);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    link = link(QUICK);
  }

  private AmiLink link(AmiLink.Times times) {
    return new AmiLink(new AmiAddress("127.0.0.1", server.getLocalPort(), "us", "secret"), new Listening(), times);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    if (accepted != null) {
      accepted.close();
    }
    link.close();
  }

  private final class Listening implements AmiLink.Listener {
    @Override
    public void connected() {
      connected.countDown();
    }

    @Override
    public void event(AmiMessage event) {}

    @Override
    public void lost(String why) {
      lost.add(why);
    }
  }

  /** Logs in whoever comes first, answers {@code pings}, and from then on reads no more. */
  private void serve(int pings) throws IOException {
    accepted = server.accept();
    BufferedReader in = new BufferedReader(new InputStreamReader(accepted.getInputStream(), StandardCharsets.UTF_8));
    say("Asterisk Call Manager/9.0.0");
    answer(in, "Challenge", "Response: Success\r\nChallenge: 123");
    answer(in, "Login", "Response: Success");
    say("Event: FullyBooted\r\n");
    for (int i = 0; i < pings; i++) {
      answer(in, "Ping", "Response: Success\r\nPing: Pong");
    }
  }

  private void answer(BufferedReader in, String action, String response) throws IOException {
    String found = "";
    String id = "";
    while (!found.equals(action)) {
      found = "";
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        found = line.toLowerCase().startsWith("action: ") ? line.substring(8) : found;
        id = line.toLowerCase().startsWith("actionid: ") ? line.substring(10) : id;
      }
    }
    say(response + "\r\nActionID: " + id + "\r\n");
  }

  private void say(String text) throws IOException {
    accepted.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** More than all buffers between us and it hold. */
  private void sendUntilItBlocks() {
    Thread.ofVirtual().start(() -> {
      String megabyte = "y".repeat(1 << 20);
      while (lost.isEmpty()) {
        link.send(new SetVarAction("x", megabyte), null);
        LockSupport.parkNanos(5_000_000); // or it would take the processor from who reads and talks
      }
    });
  }

  private String lostWithin(long ms) throws InterruptedException {
    String why = lost.poll(ms, TimeUnit.MILLISECONDS);
    return String.valueOf(why);
  }

  @Test
  void whenItAnswersPings_thenTheLinkStands_andWhenItDoesNotAnyMore_thenItIsLost() throws Exception {
    link.start();
    serve(8);
    assertTrue(connected.await(5, TimeUnit.SECONDS));
    assertTrue(lost.isEmpty(), "eight pings take longer than the silence that counts as lost");
    assertEquals("no answer for 500 ms", lostWithin(5_000));
  }

  @Test
  void whenItReadsNoMoreWhileWeWrite_thenTheLinkIsLost() throws Exception {
    link.start();
    serve(0);
    assertTrue(connected.await(5, TimeUnit.SECONDS));
    sendUntilItBlocks();
    assertEquals("no answer for 500 ms", lostWithin(5_000));
  }

  @Test
  void whenItReadsNoMoreThoughItGoesOnTalking_thenTheLinkIsLost() throws Exception {
    link = link(new AmiLink.Times(QUICK.patienceMs(), 2_000)); // it talks again before that, also on a busy machine
    link.start();
    serve(0);
    assertTrue(connected.await(5, TimeUnit.SECONDS));
    sendUntilItBlocks();
    Thread talks = Thread.ofVirtual().start(() -> {
      try {
        while (lost.isEmpty()) {
          say("Event: PeerStatus\r\n");
          Thread.sleep(20);
        }
      } catch (IOException | InterruptedException gone) {
        // the link was given up
      }
    });
    assertEquals("takes nothing for 2000 ms", lostWithin(10_000));
    talks.interrupt();
  }
}
