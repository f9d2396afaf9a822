package io.switchboard.core.adapter.asterisk;

/** What one SIP party says and expects, written down as a SIPp scenario. */
final class SipDialogue {
  private static final String HEADERS = """
      [last_Via:]
      [last_From:]
      [last_To:]%s
      [last_Call-ID:]
      [last_CSeq:]
      """;
  private static final String TAG = ";tag=[pid]T[call_number]";
  private static final String SDP = """
      Content-Type: application/sdp
      Content-Length: [len]

      v=0
      o=u 1 1 IN IP4 [local_ip]
      s=-
      c=IN IP4 [media_ip]
      t=0 0
      m=audio [media_port] RTP/AVP 0 96
      a=rtpmap:0 PCMU/8000
      a=rtpmap:96 telephone-event/8000
      a=fmtp:96 0-16
      """;

  private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<scenario name=\"d\">\n");
  private final boolean calling;
  private String name = "\"Ann Lee\"";
  private int cseq = 2;

  private SipDialogue(boolean calling) {
    this.calling = calling;
  }

  static SipDialogue caller() {
    return caller("\"Ann Lee\"");
  }

  static SipDialogue caller(String name) {
    SipDialogue d = new SipDialogue(true);
    d.name = name;
    d.send("INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n" + d.callerHeaders(1, "INVITE", "") + SDP);
    d.xml.append("<recv response=\"100\" optional=\"true\"/><recv response=\"200\"/>\n");
    d.send("ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n" + d.callerHeaders(1, "ACK", "[peer_tag_param]")
        + "Content-Length: 0\n\n");
    return d;
  }

  static SipDialogue phone() {
    return phone("");
  }

  /** One that insists on being called by this number. */
  static SipDialogue phone(String shown) {
    return phone(shown, "");
  }

  /** A phone that takes no call without the headers which make it pick up by itself. */
  static SipDialogue autoAnsweringPhone() {
    return phone("", """
        <ereg regexp="info=alert-autoanswer;delay=0" search_in="hdr" header="Alert-Info:" check_it="true" assign_to="alert"/>
        <ereg regexp="answer-after=0" search_in="hdr" header="Call-Info:" check_it="true" assign_to="info"/>
        """);
  }

  /** A phone that takes no call which has one of those headers. */
  static SipDialogue ordinaryPhone() {
    return phone("", """
        <ereg regexp="Alert-Info|Call-Info" search_in="msg" check_it_inverse="true" assign_to="alert"/>
        <assign assign_to="info" value="0"/>
        """);
  }

  private static SipDialogue phone(String shown, String checks) {
    SipDialogue d = new SipDialogue(false);
    d.xml.append("""
        <recv request="INVITE"><action>
        <ereg regexp=".*%s.*" search_in="hdr" header="From:" check_it="true" assign_to="from"/>
        <ereg regexp="sip:[^;&gt;]*" search_in="hdr" header="Contact:" assign_to="uri"/>
        <ereg regexp="[0-9]+" search_in="hdr" header="CSeq:" assign_to="cseq"/>
        </action></recv><Reference variables="from,uri,cseq"/>
        """.replace("</action>", checks + "</action>").formatted(shown.replace("+", "[+]")));
    if (!checks.isEmpty()) {
      d.xml.append("<Reference variables=\"alert,info\"/>\n");
    }
    return d;
  }

  /** A provider who lets this user sign in, and nobody without a password. */
  static SipDialogue registrar(String user) {
    SipDialogue d = new SipDialogue(false);
    d.xml.append("<recv request=\"REGISTER\"/>\n");
    d.send("SIP/2.0 401 Unauthorized\n" + HEADERS.formatted(TAG)
        + "WWW-Authenticate: Digest realm=\"provider\", nonce=\"once\", algorithm=MD5\nContent-Length: 0\n\n", true);
    d.xml.append("""
        <recv request="REGISTER"><action>
        <ereg regexp="username=.%s.," search_in="hdr" header="Authorization:" check_it="true" assign_to="known"/>
        </action></recv><Reference variables="known"/>
        """.formatted(user));
    d.send("SIP/2.0 200 OK\n" + HEADERS.formatted(TAG) + "[last_Contact:]\nExpires: 300\nContent-Length: 0\n\n", true);
    return d;
  }

  SipDialogue pause(long ms) {
    xml.append("<pause milliseconds=\"").append(ms).append("\"/>\n");
    return this;
  }

  SipDialogue digits(String digits) {
    xml.append("<nop><action><exec play_dtmf=\"").append(digits).append("\"/></action></nop>\n");
    return this;
  }

  SipDialogue ring() {
    return answer("180 Ringing", "Content-Length: 0\n\n");
  }

  SipDialogue pickUp() {
    answer("200 OK", SDP);
    xml.append("<recv request=\"ACK\"/>\n");
    return this;
  }

  SipDialogue refuse(String status) {
    answer(status, "Content-Length: 0\n\n");
    xml.append("<recv request=\"ACK\"/>\n");
    return this;
  }

  SipDialogue expectCancel() {
    xml.append("<recv request=\"CANCEL\"/>\n");
    send("SIP/2.0 200 OK\n" + HEADERS.formatted("") + "Content-Length: 0\n\n");
    send("SIP/2.0 487 Request Terminated\n" + HEADERS.formatted(TAG).replace("[last_CSeq:]", "CSeq: [$cseq] INVITE")
        + "Content-Length: 0\n\n");
    xml.append("<recv request=\"ACK\"/>\n");
    return this;
  }

  SipDialogue expectBye() {
    xml.append("<recv request=\"BYE\"/>\n");
    send("SIP/2.0 200 OK\n" + HEADERS.formatted("") + "Content-Length: 0\n\n");
    return this;
  }

  /** A phone's own button: the other side is put on hold by another offer in the talk. */
  SipDialogue hold() {
    return reinvite("sendonly");
  }

  SipDialogue takeBack() {
    return reinvite("sendrecv");
  }

  private SipDialogue reinvite(String direction) {
    String headers = """
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
        From: <sip:a@[local_ip]:[local_port]>;tag=[pid]T[call_number]
        To:[$from]
        [last_Call-ID:]
        CSeq: %d %%s
        Contact: <sip:[local_ip]:[local_port]>
        Max-Forwards: 70
        """.formatted(cseq++);
    send("INVITE [$uri] SIP/2.0\n" + headers.formatted("INVITE") + SDP + "a=" + direction + "\n");
    xml.append("<recv response=\"100\" optional=\"true\"/><recv response=\"200\"/>\n");
    send("ACK [$uri] SIP/2.0\n" + headers.formatted("ACK") + "Content-Length: 0\n\n");
    return this;
  }

  SipDialogue hangUp() {
    if (calling) {
      send("BYE sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n" + callerHeaders(2, "BYE", "[peer_tag_param]")
          + "Content-Length: 0\n\n");
    } else {
      send("""
          BYE [$uri] SIP/2.0
          Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
          From: <sip:a@[local_ip]:[local_port]>;tag=[pid]T[call_number]
          To:[$from]
          [last_Call-ID:]
          CSeq: %d BYE
          Max-Forwards: 70
          Content-Length: 0

          """.formatted(cseq));
    }
    xml.append("<recv response=\"200\"/>\n");
    return this;
  }

  String xml() {
    return xml + "</scenario>\n";
  }

  private SipDialogue answer(String status, String rest) {
    send("SIP/2.0 " + status + "\n" + HEADERS.formatted(TAG) + "Contact: <sip:[local_ip]:[local_port]>\n" + rest);
    return this;
  }

  private String callerHeaders(int cseq, String method, String toTag) {
    return "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]\n"
        + "From: " + name + " <sip:+491711234567@[local_ip]:[local_port]>;tag=[pid]T[call_number]\n"
        + "To: <sip:[service]@[remote_ip]:[remote_port]>" + toTag + "\n"
        + "Call-ID: [call_id]\nCSeq: " + cseq + " " + method
        + "\nContact: <sip:c@[local_ip]:[local_port]>\nMax-Forwards: 70\n";
  }

  private void send(String message) {
    send(message, message.startsWith("ACK") || message.startsWith("SIP/2.0 1")
        || message.startsWith("SIP/2.0 200") && message.contains("[last_CSeq:]\nContent-Length: 0"));
  }

  private void send(String message, boolean once) {
    xml.append(once ? "<send>" : "<send retrans=\"500\">").append("<![CDATA[\n").append(message).append("]]></send>\n");
  }
}
