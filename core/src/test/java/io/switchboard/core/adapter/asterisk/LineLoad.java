package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.files.AsteriskFiles;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.PhoneAccount;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Trunk;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.Signal;
import io.switchboard.core.signal.Signals;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.asterisk.AsteriskLocation;
import io.switchboard.servers.asterisk.AsteriskServer;
import io.switchboard.servers.process.Life;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a call costs on the line alone: callers at a rate, each rung through to a free agent who talks 2 s and hangs up. Prints processor
 * time of Asterisk and of this process per call, and AMI events per call. Not a test: {@code main [calls/s] [seconds]}.
 */
public final class LineLoad {
  private static final int AGENTS = 100;

  private LineLoad() {}

  public static void main(String[] args) throws Exception {
    int rate = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    int calls = rate * seconds;
    AsteriskLocation location = AsteriskLocation.find();
    Path home = Files.createTempDirectory("sb", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    int sip = Ports.free();
    int ami = Ports.free();
    int agents = Ports.free();
    int rtp = Ports.freeRange(2_000);
    List<String> names = IntStream.range(0, AGENTS).mapToObj(i -> "agent" + i).toList();
    AsteriskSetup setup = new AsteriskSetup(
        "sb1", new AsteriskSetup.Places(home, location.modules(), data(location), home.resolve("s")),
        new AsteriskSetup.Listen("127.0.0.1", sip), new AsteriskSetup.Ports(rtp, rtp + 1_999),
        new AmiAddress("127.0.0.1", ami, "switchboard", "secret"), "127.0.0.1", 0, Map.of("default", home.resolve("music")),
        List.of(new Trunk("main", Trunk.Mode.ADDRESS, "127.0.0.1", 5060, "", "", new NumberPlan("DE", ""))),
        names.stream().map(name -> (PhoneAccount) new PhoneAccount.Fixed(name, name, "127.0.0.1", agents)).toList());
    for (Map.Entry<String, String> file : AsteriskFiles.own(setup).entrySet()) {
      Files.writeString(home.resolve(file.getKey()), file.getValue());
    }
    if (args.length > 2) {
      overlay(Path.of(args[2]), home);
    }
    Files.createDirectories(home.resolve("music"));
    Files.write(home.resolve("music/m.ulaw"), new byte[8 * 60_000]);
    Desk desk = new Desk(names);
    try (AsteriskServer server = AsteriskServer.start(location, home, ami, Life.WITH_US, Progress.SILENT);
        AmiLine line = new AmiLine(setup.ami(), Set.copyOf(names), Set.of("main"), desk, System::currentTimeMillis)) {
      desk.line = line;
      line.start();
      desk.awaitRestored();
      Path messages = home.resolve("messages");
      String[] many = {"-m", "" + calls, "-l", "2000", "-trace_msg", "-message_file", messages.toString()};
      SipParty phones = SipParty.start(
          SipDialogue.phone().ring().pause(100).pickUp().pause(2_000).hangUp(), "127.0.0.1", agents, sip, Ports.freeRange(4), many);
      SipParty callers = SipParty.start(SipDialogue.caller().expectBye(), "127.0.0.1", Ports.free(), sip, Ports.freeRange(4),
          "-m", "" + calls, "-l", "2000", "-r", "" + rate, "-s", "4930123456");
      desk.awaitEnds(calls / 2, (seconds + 20) * 1_000L);
      long before = cpuMs(server.pid());
      long ours = cpuMs(ProcessHandle.current().pid());
      int warm = desk.ended;
      desk.awaitEnds(calls, (seconds + 20) * 1_000L);
      long after = cpuMs(server.pid());
      long oursAfter = cpuMs(ProcessHandle.current().pid());
      phones.close();
      callers.close();
      delays(byes(messages), desk.ends);
      double measured = desk.ended - warm;
      System.out.printf("calls %d (%.0f measured), failed offers %d, Asterisk %.2f ms/call, this JVM %.2f ms/call%n",
          desk.ended, measured, desk.failed, (after - before) / measured, (oursAfter - ours) / measured);
    }
  }

  private static Path data(AsteriskLocation location) {
    String other = System.getenv("LOAD_DATA");
    return other == null ? location.data() : Path.of(other);
  }

  /** Tries other settings: files that replace ours; one that begins with + is added to ours instead. */
  private static void overlay(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path ours = to.resolve(file.getFileName());
        String text = Files.readString(file);
        Files.writeString(ours, text.startsWith("+") ? Files.readString(ours) + text.substring(1) : text);
      }
    }
  }

  /** When SIPp sent each agent's BYE, microseconds of the day. */
  private static List<Long> byes(Path messages) throws IOException {
    List<Long> all = new ArrayList<>();
    String at = "";
    for (String line : Files.readAllLines(messages, StandardCharsets.ISO_8859_1)) {
      if (line.startsWith("-----")) {
        at = line.substring(line.lastIndexOf(' ') + 1);
      } else if (line.startsWith("BYE ")) {
        all.add(LocalTime.parse(at).toNanoOfDay() / 1_000);
      }
    }
    return all;
  }

  /** From an agent's BYE to our word of it; both come in the same order at this rate. */
  private static void delays(List<Long> byes, List<Long> ends) {
    List<Long> delays = IntStream.range(byes.size() / 2, Math.min(byes.size(), ends.size()))
        .mapToObj(i -> ends.get(i) - byes.get(i)).sorted().toList();
    System.out.printf("agent's BYE to TalkEnded: median %d us, p99 %d us%n",
        delays.get(delays.size() / 2), delays.get(delays.size() * 99 / 100));
  }

  private static long cpuMs(long pid) throws Exception {
    String[] fields = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceFirst("^.*\\) ", "").split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
  }

  /** The simplest ACD: who arrives is rung through to whoever is free. */
  private static final class Desk implements Signals {
    private final ArrayDeque<String> free;
    private final ArrayDeque<LineEvent.CallArrived> waiting = new ArrayDeque<>();
    private final Map<OfferId, String> busy = new HashMap<>();
    private final Map<CallId, Integer> attempts = new HashMap<>();
    private final List<Long> ends = new ArrayList<>();
    volatile AmiLine line;
    int ended;
    int failed;
    private boolean restored;

    Desk(List<String> names) {
      free = names.stream().collect(Collectors.toCollection(ArrayDeque::new));
    }

    @Override
    public synchronized void send(Signal signal) {
      switch ((LineEvent) signal) {
        case LineEvent.Restored e -> restored = true;
        case LineEvent.CallArrived e -> waiting.add(e);
        case LineEvent.TalkEnded e -> {
          ends.add(LocalTime.now(ZoneOffset.UTC).toNanoOfDay() / 1_000);
          free.add(busy.remove(e.offer()));
        }
        case LineEvent.OfferFailed e -> {
          failed++;
          free.add(busy.remove(e.offer()));
        }
        case LineEvent.CallerGone e -> ended++;
        default -> { }
      }
      while (!free.isEmpty() && !waiting.isEmpty()) {
        LineEvent.CallArrived next = waiting.poll();
        OfferId offer = new OfferId(next.call(), attempts.merge(next.call(), 1, Integer::sum));
        busy.put(offer, free.poll());
        line.ring(new Ring(offer, new Phone.Endpoint(busy.get(offer)), next.caller(), next.callerName(), 20_000));
      }
      notifyAll();
    }

    synchronized void awaitRestored() throws InterruptedException {
      while (!restored) {
        wait(10_000);
      }
    }

    synchronized void awaitEnds(int calls, long ms) throws InterruptedException {
      long end = System.currentTimeMillis() + ms;
      while (ended < calls && System.currentTimeMillis() < end) {
        wait(1_000);
      }
    }

    @Override
    public <S extends Signal> void on(Class<S> type, Consumer<S> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <A> CompletionStage<A> ask(Request<A> request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <A, Q extends Request<A>> void answer(Class<Q> type, BiConsumer<Q, Consumer<A>> answering) {
      throw new UnsupportedOperationException();
    }
  }
}
