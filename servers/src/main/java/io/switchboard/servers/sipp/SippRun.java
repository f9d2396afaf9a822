package io.switchboard.servers.sipp;

import io.switchboard.servers.Ports;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Account;
import io.switchboard.servers.process.Child;
import io.switchboard.servers.process.Executables;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Program;
import io.switchboard.servers.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One SIPp process with its files: scenario, injected lines, messages, errors.
 *
 * <p>It opens its media port and reads nothing from it, so audio that arrives costs Asterisk no ICMP error. It dies with us, without
 * farewell to its calls: what it simulates is people, and they are gone.
 */
final class SippRun {
  /** SIPp puts no line break between the entries of its error file. */
  private static final String BEFORE_A_TIME = "(?=\\d{4}-\\d\\d-\\d\\d\t)";
  /** The end of a wait, the answer to a qualifying OPTIONS, the file's first line, and that the machine was slow: of no call. */
  private static final List<String> BY_THE_SCENARIO =
      List.of("jumping to label", "Automatic response mode", "The following events", "Overload warning: the");
  /** What measures is not to wait for what is measured; where we may not, it runs like everything else. */
  private static final List<String> FIRST = List.of("nice", "-n", "-10");
  private static final Duration TO_END = Duration.ofSeconds(3);

  private final Child child;
  private final Path messages;
  private final Path errors;

  private SippRun(Child child, Path messages, Path errors) {
    this.child = child;
    this.messages = messages;
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param name of its files in the directory
   * @param injected lines for the scenario's fields, or empty
   */
  static SippRun start(Path directory, String name, String scenario, String injected, List<String> arguments) {
    Path sipp = Executables.onPath("sipp")
        .orElseThrow(() -> new ServerException("no sipp on the PATH: install the package sip-tester"));
    Path messages = directory.resolve(name + ".messages");
    Path errors = directory.resolve(name + ".errors");
    List<String> command = new ArrayList<>(FIRST);
    command.add(sipp.toString());
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(messages);
      Files.deleteIfExists(errors);
      command.addAll(List.of("-sf", write(directory.resolve(name + ".xml"), scenario)));
      if (!injected.isEmpty()) {
        command.addAll(List.of("-inf", write(directory.resolve(name + ".csv"), injected)));
      }
    } catch (IOException e) {
      throw new ServerException("cannot write SIPp's files into " + directory + ": " + e, e);
    }
    command.addAll(List.of(
        "-i", "127.0.0.1", "-mi", "127.0.0.1", "-mp", Integer.toString(Ports.freeRange(4)),
        "-ci", "127.0.0.1", "-cp", Integer.toString(Ports.free()), "-nostdin", "-aa", "-f", "600",
        "-trace_shortmsg", "-shortmessage_file", messages.toString(), "-trace_err", "-error_file", errors.toString()));
    command.addAll(arguments);
    Child child = new Program(
            "SIPp (" + name + ")", command, Map.of("TERM", "dumb"), new Account.Ourselves(), List.of(), directory,
            directory.resolve(name + ".log"), Life.WITH_US, Signal.KILL)
        .start();
    return new SippRun(child, messages, errors);
  }

  private static String write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return file.toString();
  }

  Child child() {
    return child;
  }

  SippTrace trace() {
    return new SippTrace(messages);
  }

  /** What SIPp found unexpected, for people; empty when all went by the scenario. A time that is over is part of it. */
  String errors() {
    try {
      return !Files.exists(errors) ? "" : Arrays.stream(Files.readString(errors).split(BEFORE_A_TIME))
          .filter(entry -> BY_THE_SCENARIO.stream().noneMatch(entry::contains))
          .collect(Collectors.joining("\n"))
          .strip();
    } catch (IOException e) {
      return errors + " cannot be read: " + e;
    }
  }

  /** No new calls; waits for the running ones, and is gone, without hanging up, when the time is over. */
  void finish(Duration patience) {
    child.ask(Signal.USR1);
    if (!child.awaitEnd(patience)) {
      end();
    }
  }

  /** SIPp knows no way to hang up the calls of a scenario that still waits. */
  void end() {
    child.end(Signal.KILL, TO_END);
  }
}
