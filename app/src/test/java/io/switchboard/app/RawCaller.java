package io.switchboard.app;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A caller who writes his SIP by hand, so that anything can stand in it. His text goes out a byte a character (ISO 8859-1). */
final class RawCaller implements AutoCloseable {
  /** The status of an answer that did not come. */
  static final int SILENCE = 0;
  /** What he offers: a place where no sound is heard, and keys by SIP INFO alone. */
  static final String SDP = "v=0\r\no=u 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n"
      + "a=rtpmap:0 PCMU/8000\r\n";
  /** The same, and keys by RTP event too. */
  static final String SDP_WITH_EVENTS = SDP.replace("AVP 0", "AVP 0 96") + "a=rtpmap:96 telephone-event/8000\r\na=fmtp:96 0-16\r\n";

  private static final Pattern MEDIA = Pattern.compile("m=audio (\\d+) ");
  private static final int PATIENCE_MS = 4_000;
  private static final int RETRANSMIT_MS = 500;
  /** Asterisk refuses within a millisecond what it refuses. */
  private static final int REFUSED_WITHIN_MS = 200;
  private static final int RTP_HEADER = 12;
  private static final int FRAME_MS = 20;
  private static final int FRAME = 8 * FRAME_MS;
  private static final byte ULAW_SILENCE = (byte) 0xff;

  private final DatagramSocket socket;
  private final int asterisk;
  private final String id = UUID.randomUUID().toString();
  private String target = "";
  private String from = "";
  private String to = "";
  private int media;
  private int sequence;

  RawCaller(int asterisk) throws IOException {
    this.asterisk = asterisk;
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  }

  /** Dials, and gives the final status. {@code who}: his name and address as From has them. */
  int dials(String number, String who, String sdp) throws IOException {
    String answer = asks("INVITE", invite(number, who, sdp));
    int status = status(answer);
    if (status != SILENCE) {
      to = header(answer, "To");
      media = media(answer);
      sends(request("ACK", status < 300 ? "ack" : "", "", ""));
    }
    return status;
  }

  /** A request to dial, not sent. */
  String invite(String number, String who, String sdp) {
    target = "sip:" + number + "@127.0.0.1:" + asterisk;
    from = who + ";tag=" + id;
    to = "<" + target + ">";
    sequence++;
    return request("INVITE", "", "Content-Type: application/sdp\r\n", sdp);
  }

  /** Sends sound until he is closed, as phones do. Asterisk lets a key wait for the next sound when it follows another within 45 ms. */
  void speaks() {
    Thread.startVirtualThread(() -> {
      try (DatagramSocket rtp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
        for (int n = 0; !socket.isClosed(); n++) {
          byte[] frame = new byte[RTP_HEADER + FRAME];
          Arrays.fill(frame, RTP_HEADER, frame.length, ULAW_SILENCE);
          ByteBuffer.wrap(frame).put((byte) 0x80).put((byte) 0).putShort((short) n).putInt(n * FRAME).putInt(id.hashCode());
          rtp.send(new DatagramPacket(frame, frame.length, InetAddress.getLoopbackAddress(), media));
          Thread.sleep(FRAME_MS);
        }
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("cannot speak", e);
      }
    });
  }

  /** A key as SIP INFO says it (RFC 6086), whatever that is. */
  int info(String type, String body) throws IOException {
    sequence++;
    return status(asks("INFO", request("INFO", "", "Content-Type: " + type + "\r\n", body)));
  }

  int hangsUp() throws IOException {
    sequence++;
    return status(asks("BYE", request("BYE", "", "", "")));
  }

  /** Waits until Asterisk hangs up; false when it does not within this time. */
  boolean isHungUp(long withinMs) throws IOException {
    long end = after(withinMs);
    String heard = hears(end);
    while (!heard.isEmpty() && !heard.startsWith("BYE ")) {
      heard = hears(end);
    }
    return !heard.isEmpty();
  }

  /** Sends what may be no SIP at all, once; gives the status that comes back. */
  int throwsIn(String packet) throws IOException {
    sends(packet);
    return status(finalAnswer("", after(REFUSED_WITHIN_MS)));
  }

  private String asks(String method, String request) throws IOException {
    long end = after(PATIENCE_MS);
    String answer = "";
    while (answer.isEmpty() && System.nanoTime() < end) {
      sends(request);
      answer = finalAnswer(sequence + " " + method, after(RETRANSMIT_MS));
    }
    return answer;
  }

  private String request(String method, String branch, String headers, String body) {
    String me = "127.0.0.1:" + socket.getLocalPort();
    return method + " " + target + " SIP/2.0\r\nVia: SIP/2.0/UDP " + me + ";rport;branch=z9hG4bK" + id + sequence + branch
        + "\r\nMax-Forwards: 70\r\nFrom: " + from + "\r\nTo: " + to + "\r\nCall-ID: " + id + "\r\nCSeq: " + sequence + " " + method
        + "\r\nContact: <sip:raw@" + me + ">\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private void sends(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), asterisk));
  }

  private String finalAnswer(String sequenced, long endNs) throws IOException {
    String heard = hears(endNs);
    while (!heard.isEmpty() && !(status(heard) >= 200 && header(heard, "CSeq").startsWith(sequenced))) {
      heard = hears(endNs);
    }
    return heard;
  }

  /** The next packet; a request is taken, whatever it wants. Empty when none comes until then. */
  private String hears(long endNs) throws IOException {
    long restMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
    if (restMs <= 0) {
      return "";
    }
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    socket.setSoTimeout((int) restMs);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException nothing) {
      return "";
    }
    String heard = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    if (status(heard) == SILENCE) {
      sends("SIP/2.0 200 OK\r\nVia: " + header(heard, "Via") + "\r\nFrom: " + header(heard, "From") + "\r\nTo: " + header(heard, "To")
          + "\r\nCall-ID: " + header(heard, "Call-ID") + "\r\nCSeq: " + header(heard, "CSeq") + "\r\nContent-Length: 0\r\n\r\n");
    }
    return heard;
  }

  private static long after(long ms) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
  }

  private static int status(String message) {
    return message.startsWith("SIP/2.0 ") ? Integer.parseInt(message.substring(8, 11)) : SILENCE;
  }

  private static int media(String answer) {
    Matcher port = MEDIA.matcher(answer);
    return port.find() ? Integer.parseInt(port.group(1)) : 0;
  }

  private static String header(String message, String name) {
    int at = message.indexOf("\r\n" + name + ": ");
    return at < 0 ? "" : message.substring(at + name.length() + 4, message.indexOf("\r\n", at + 2));
  }

  @Override
  public void close() {
    socket.close();
  }
}
