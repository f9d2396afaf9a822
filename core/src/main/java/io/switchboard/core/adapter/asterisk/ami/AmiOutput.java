package io.switchboard.core.adapter.asterisk.ami;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.asteriskjava.util.SocketConnectionFacade;

/** A socket as Asterisk-Java's writer wants it: to write to. Reading is not its affair. */
final class AmiOutput implements SocketConnectionFacade {
  private final Socket socket;

  AmiOutput(Socket socket) {
    this.socket = socket;
  }

  @Override
  public void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public String readLine() {
    throw new UnsupportedOperationException("AmiReader reads");
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
