package io.switchboard.core.adapter.asterisk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay between the line and Asterisk that a test can cut and mend. */
final class Wiretap implements AutoCloseable {
  private final ServerSocket server;
  private final int toPort;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean cut;

  Wiretap(int toPort) throws IOException {
    this.toPort = toPort;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void cut() {
    cut = true;
    open.forEach(Wiretap::quietly);
    open.clear();
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket from = server.accept();
        if (cut) {
          quietly(from);
          continue;
        }
        Socket to = new Socket(InetAddress.getLoopbackAddress(), toPort);
        open.add(from);
        open.add(to);
        daemon(() -> copy(from, to));
        daemon(() -> copy(to, from));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
      byte[] bytes = new byte[8192];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        out.write(bytes, 0, n);
      }
    } catch (IOException over) {
      quietly(to);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "wiretap");
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
