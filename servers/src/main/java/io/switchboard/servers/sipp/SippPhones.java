package io.switchboard.servers.sipp;

import io.switchboard.servers.Ports;
import io.switchboard.servers.ServerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phones of many agents behind one UDP port: one SIPp process. Which phone is meant says the user part of the address called,
 * so a contact is {@code sip:agent017@127.0.0.1:PORT}, static or registered.
 */
public final class SippPhones implements AutoCloseable {
  private static final Duration TO_REGISTER = Duration.ofSeconds(20);
  private static final int REGISTERS_PER_SECOND = 200;
  private static final int LINGER_MS = 500;

  private final SippRun run;
  private final Path directory;
  private final String name;
  private final int port;

  private SippPhones(SippRun run, Path directory, String name, int port) {
    this.run = run;
    this.directory = directory;
    this.name = name;
    this.port = port;
  }

  /** Who may register; neither has blanks. */
  public record Login(String user, String password) {
    public Login {
      if (user.isBlank() || user.contains(" ") || password.contains(" ") || password.contains(";")) {
        throw new IllegalArgumentException("SIPp reads a log-in without blanks and semicolons only: " + user);
      }
    }
  }

  /** Lets them listen on a free port. */
  public static SippPhones start(Path directory, String name, Behaviour behaviour) {
    return start(directory, name, behaviour, Ports.free());
  }

  /** Lets them listen; a call that is over is soon forgotten. */
  public static SippPhones start(Path directory, String name, Behaviour behaviour, int port) {
    return start(directory, name, behaviour, port, LINGER_MS);
  }

  /**
   * Lets them listen.
   *
   * @param directory where SIPp's files go, under {@code name}
   * @param lingerMs for how long after the end of a call what comes again is no error; a busy server may need seconds
   */
  public static SippPhones start(Path directory, String name, Behaviour behaviour, int port, int lingerMs) {
    return start(directory, name, behaviour, lingerMs, port, List.of());
  }

  /** The same, whose people say whatever they hear. */
  public static SippPhones echoing(Path directory, String name, Behaviour behaviour, int port) {
    return start(directory, name, behaviour, LINGER_MS, port, List.of("-rtp_echo"));
  }

  private static SippPhones start(Path directory, String name, Behaviour behaviour, int lingerMs, int port, List<String> more) {
    List<String> arguments = Stream.concat(Stream.of("-p", Integer.toString(port)), more.stream()).toList();
    SippRun run = SippRun.start(directory, name, Scenario.phone(behaviour, lingerMs), "", arguments);
    run.child().await(Duration.ofSeconds(10), () -> Ports.isTakenUdp(port));
    return new SippPhones(run, directory, name, port);
  }

  /** The same with an ear: what one call after the other sounds like is heard at this port. */
  public static SippPhones hearing(Path directory, String name, Behaviour behaviour, int port, int mediaPort) {
    String scenario = Scenario.phone(behaviour, LINGER_MS).replace("[media_port]", Integer.toString(mediaPort));
    SippRun run = SippRun.start(directory, name, scenario, "", List.of("-p", Integer.toString(port)));
    run.child().await(Duration.ofSeconds(10), () -> Ports.isTakenUdp(port));
    return new SippPhones(run, directory, name, port);
  }

  /**
   * Registers phones at Asterisk with their passwords, once, for an hour, and then lets them listen: both on one port, for Asterisk calls a
   * phone back where its registration came from.
   *
   * @throws ServerException when one was refused
   */
  public static SippPhones registered(
      Path directory, String name, Behaviour behaviour, int port, int asteriskPort, List<Login> logins) {
    String injected = "SEQUENTIAL\n" + logins.stream()
        .map(login -> "%s;%s;3600;[authentication username=%s password=%s]%n"
            .formatted(login.user(), contact(login.user(), port), login.user(), login.password()))
        .collect(Collectors.joining());
    SippRun registering = SippRun.start(directory, name + "-register", Scenario.register(), injected, List.of(
        "127.0.0.1:" + asteriskPort, "-p", Integer.toString(port), "-m", Integer.toString(logins.size()),
        "-r", Integer.toString(REGISTERS_PER_SECOND)));
    if (!registering.child().succeeded(TO_REGISTER)) {
      registering.end();
      throw new ServerException("not all phones could register at port " + asteriskPort + ": " + registering.errors());
    }
    return start(directory, name, behaviour, port);
  }

  /** The address under which the phone of that user is reached. */
  public String contact(String user) {
    return contact(user, port);
  }

  private static String contact(String user, int port) {
    return "sip:" + user + "@127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return run.child().pid();
  }

  /** What these phones went through so far. */
  public SippTrace trace() {
    return run.trace();
  }

  /** What SIPp found unexpected, for people; empty when all went by the scenario. */
  public String errors() {
    return run.errors();
  }

  /** Takes no more calls and waits for the running ones, for at most that time. */
  public void finish(Duration patience) {
    run.finish(patience);
  }

  /** They are gone, without hanging up. */
  @Override
  public void close() {
    run.end();
  }
}
