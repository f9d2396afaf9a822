package io.switchboard.core.adapter.asterisk.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.action.ChallengeAction;
import org.asteriskjava.manager.action.LoginAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.internal.ManagerWriterImpl;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the manager interface. One thread connects and reads; any thread sends or closes. It is never mended: when anything
 * fails it is closed and the next one made.
 */
public final class AmiConnection implements AutoCloseable {
  private static final String GREETING = "Asterisk Call Manager/";

  private final Socket socket = new Socket();
  private final ManagerWriterImpl writer = new ManagerWriterImpl();
  private final AtomicLong sent = new AtomicLong();
  private final Map<String, Consumer<AmiMessage>> awaited = new ConcurrentHashMap<>();
  private @Nullable AmiReader reader;

  /**
   * Connects and reads the greeting.
   *
   * @param patienceMs longest wait for the connection and then for each message; 0 is for ever
   */
  public void connect(String host, int port, int patienceMs) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(patienceMs);
    socket.connect(new InetSocketAddress(host, port), patienceMs);
    writer.setTargetVersion(AsteriskVersion.ASTERISK_22);
    writer.setSocket(new AmiOutput(socket));
    AmiReader made = new AmiReader(socket.getInputStream());
    reader = made;
    String greeting = made.line();
    if (!greeting.startsWith(GREETING)) {
      throw new IOException("no manager interface of Asterisk, for it greets with " + greeting);
    }
  }

  /** Proves by a digest that we know the secret, which itself is not sent. */
  public void login(String user, String secret) throws IOException {
    String challenge = ask(new ChallengeAction("MD5")).text("Challenge");
    ask(new LoginAction(user, "MD5", digest(challenge + secret)));
  }

  /** Sends and waits for the answer, which is the next to come: only where nothing else is sent. What happens meanwhile is passed over. */
  public AmiMessage answer(ManagerAction action) throws IOException {
    send(action, null);
    AmiMessage answer = read();
    while (!answer.isResponse()) {
      answer = read();
    }
    return answer;
  }

  private AmiMessage ask(ManagerAction action) throws IOException {
    AmiMessage answer = answer(action);
    if (!answer.text("Response").equals("Success")) {
      throw new LoginRefused(answer.text("Message"));
    }
    return answer;
  }

  private static String digest(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /**
   * Sends without waiting for the answer.
   *
   * @param answered called by {@link #event} with the response; never when the connection ends before
   */
  public void send(ManagerAction action, @Nullable Consumer<AmiMessage> answered) throws IOException {
    String number = Long.toString(sent.incrementAndGet());
    if (answered != null) {
      awaited.put(number, answered);
    }
    writer.sendAction(action, number);
  }

  /**
   * Waits for the next event; hands over the responses before it.
   *
   * @throws java.net.SocketTimeoutException when nothing came for as long as {@link #connect} was told; try again
   * @throws IOException when the connection has ended
   */
  public AmiMessage event() throws IOException {
    while (true) {
      AmiMessage message = read();
      if (!message.isResponse()) {
        return message;
      }
      Consumer<AmiMessage> answered = awaited.remove(message.sentAs());
      if (answered != null) {
        answered.accept(message);
      }
    }
  }

  private AmiMessage read() throws IOException {
    if (reader == null) {
      throw new IOException("not connected");
    }
    return reader.message();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket that cannot be closed", e);
    }
  }
}
