package io.switchboard.servers.sipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.servers.Ports;
import io.switchboard.servers.asterisk.TinyAsterisk;
import io.switchboard.servers.sipp.SippCall.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers and phones against an Asterisk whose dialplan is the other side. */
class SippIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PHONES = Ports.free();

  @TempDir static Path directory;
  private static TinyAsterisk asterisk;

  @BeforeAll
  static void start() throws IOException {
    asterisk = TinyAsterisk.start(directory.resolve("asterisk"), """
        exten => 10,1,Answer()
         same => n,Echo()
        exten => 11,1,Answer()
         same => n,Read(PRESSED,,4,,1,5)
         same => n,GotoIf($["${PRESSED}" = "1234"]?right:wrong)
         same => n(right),Hangup()
         same => n(wrong),Wait(60)
        exten => 12,1,Busy()
        exten => 13,1,Answer()
         same => n,Wait(1)
         same => n,Hangup()
        exten => _2XX,1,Dial(PJSIP/anyone/sip:${EXTEN}@127.0.0.1:%1$d,1)
        exten => _3XX,1,Dial(PJSIP/agent${EXTEN:1})
        """.formatted(PHONES), IntStream.range(1, 4).mapToObj("""
        [agent%1$02d]
        type=endpoint
        context=callers
        disallow=all
        allow=ulaw
        aors=agent%1$02d
        auth=agent%1$02d
        [agent%1$02d]
        type=auth
        auth_type=userpass
        username=agent%1$02d
        password=secret%1$02d
        [agent%1$02d]
        type=aor
        max_contacts=1
        qualify_frequency=1
        """::formatted).collect(Collectors.joining()));
  }

  @AfterAll
  static void stop() {
    asterisk.close();
  }

  @Test
  void callersHangUpAfterTheirTime() {
    try (SippCallers callers = dial("short", CallerPlan.to(asterisk.sip(), "10").staying(Stay.atMostMs(500)), 5)) {
      assertTrue(callers.awaitEnd(PATIENCE));
      for (SippCall call : callers.trace().calls()) {
        assertEquals(Ending.HUNG_UP, call.ending());
        long stayedMs = (call.endedUs().orElseThrow() - call.answeredUs().orElseThrow()) / 1000;
        assertTrue(stayedMs >= 490 && stayedMs < 1500, stayedMs + " ms");
      }
      assertEquals(5, callers.trace().calls().size());
      assertEquals("", callers.errors());
    }
  }

  @Test
  void whenTheOtherSideHangsUpWhileACallerStays_thenThatIsNoFailure() {
    try (SippCallers callers = dial("hung-up", CallerPlan.to(asterisk.sip(), "13").staying(Stay.atMostMs(30_000)), 3);
        SippCallers patient = dial("patient", CallerPlan.to(asterisk.sip(), "13"), 3)) {
      assertTrue(callers.awaitEnd(PATIENCE) && patient.awaitEnd(PATIENCE));
      assertEquals(3, callers.trace().count(Ending.WAS_HUNG_UP));
      assertEquals(3, patient.trace().count(Ending.WAS_HUNG_UP));
      assertEquals("", callers.errors() + patient.errors());
    }
  }

  @Test
  void keysArriveAndWrongKeysAreWrong() {
    CallerPlan plan = CallerPlan.to(asterisk.sip(), "11").staying(Stay.atMostMs(2_500));
    try (SippCallers right = dial("right", plan.pressing(new Keys(1000, "12"), new Keys(1000, "34")), 3);
        SippCallers wrong = dial("wrong", plan.pressing(new Keys(1000, "9")), 2)) {
      assertTrue(right.awaitEnd(PATIENCE) && wrong.awaitEnd(PATIENCE));
      assertEquals(2, wrong.trace().count(Ending.HUNG_UP));
      assertEquals(3, right.trace().count(Ending.WAS_HUNG_UP));
    }
  }

  @Test
  void aRefusedCallSaysWhy() {
    try (SippCallers callers = dial("refused", CallerPlan.to(asterisk.sip(), "12"), 2)) {
      assertTrue(callers.awaitEnd(PATIENCE));
      assertEquals(List.of(486, 486), callers.trace().calls().stream().map(SippCall::code).toList());
    }
  }

  @Test
  void eachPhoneAnswersTalksAndHangsUp() {
    Behaviour behaviour = new Behaviour.Answers(new Span(100, 400), Stay.atMostMs(300));
    try (SippPhones phones = phones("talking", behaviour);
        SippCallers callers = dial("to-talking", CallerPlan.to(asterisk.sip(), "")
            .who(call -> new Dialling("+4930" + call, "2" + (10 + call), "王先生")), 8)) {
      assertTrue(callers.awaitEnd(PATIENCE));
      await(() -> phones.trace().count(Ending.HUNG_UP) == 8);
      assertEquals(IntStream.range(0, 8).mapToObj(call -> "2" + (10 + call)).collect(Collectors.toSet()),
          phones.trace().calls().stream().map(SippCall::address).collect(Collectors.toSet()));
      assertEquals(8, callers.trace().count(Ending.WAS_HUNG_UP));
      assertEquals("", callers.errors() + phones.errors());
    }
  }

  @Test
  void aPhoneThatOnlyRingsIsCancelled() {
    try (SippPhones phones = phones("ringing", new Behaviour.RingsOnly());
        SippCallers callers = dial("to-ringing", CallerPlan.to(asterisk.sip(), "201"), 2)) {
      assertTrue(callers.awaitEnd(PATIENCE));
      assertEquals(2, phones.trace().count(Ending.CANCELLED));
      assertEquals(2, callers.trace().count(Ending.REFUSED));
      assertEquals("", phones.errors());
    }
  }

  @Test
  void aBusyPhoneAndOneThatDeclinesSaySo() {
    for (Behaviour behaviour : List.of(new Behaviour.Busy(), new Behaviour.Declines())) {
      try (SippPhones phones = phones("refusing", behaviour);
          SippCallers callers = dial("to-refusing", CallerPlan.to(asterisk.sip(), "201"), 1)) {
        assertTrue(callers.awaitEnd(PATIENCE));
        int code = behaviour instanceof Behaviour.Busy ? 486 : 603;
        assertEquals(List.of(code), phones.trace().calls().stream().map(SippCall::code).toList());
        assertEquals("", phones.errors());
      }
    }
  }

  @Test
  void phonesRegisterWithTheirPasswordsAndAreThenCalled() {
    List<SippPhones.Login> logins =
        IntStream.range(1, 4).mapToObj(i -> new SippPhones.Login("agent0" + i, "secret0" + i)).toList();
    Behaviour answers = new Behaviour.Answers(Span.ofMs(0), Stay.untilHungUp());
    try (SippPhones phones = SippPhones.registered(directory, "registered", answers, PHONES, asterisk.sip(), logins)) {
      CallerPlan plan = CallerPlan.to(asterisk.sip(), "").who(call -> new Dialling("", "30" + (1 + call), ""));
      try (SippCallers callers = dial("to-registered", plan.staying(Stay.atMostMs(2_500)), 3)) {
        assertTrue(callers.awaitEnd(PATIENCE));
        assertEquals(3, callers.trace().count(Ending.HUNG_UP));
        await(() -> phones.trace().count(Ending.WAS_HUNG_UP) == 3);
        assertEquals(List.of("agent01", "agent02", "agent03"), phones.trace().calls().stream().map(SippCall::address).toList());
      }
    }
  }

  @Test
  void aStandingPopulationIsRefilledUntilItIsFinished() {
    CallerPlan plan = CallerPlan.to(asterisk.sip(), "10").staying(Stay.atMostMs(300));
    SippCallers callers = SippCallers.start(directory, "population", plan, new Volume.Population(10, 200));
    await(() -> callers.trace().count(Ending.HUNG_UP) > 30);
    callers.finish(PATIENCE);
    assertFalse(ProcessHandle.of(callers.pid()).isPresent());
    assertEquals(0, callers.trace().count(Ending.GOING_ON));
  }

  @Test
  void callersWhoAreClosedAreGoneAndAsteriskHangsUpTheirCallsWhenTold() {
    SippCallers callers = dial("closed", CallerPlan.to(asterisk.sip(), "10"), 5);
    await(() -> callers.trace().calls().stream().filter(call -> call.answeredUs().isPresent()).count() == 5);
    callers.close();
    assertFalse(ProcessHandle.of(callers.pid()).isPresent());
    asterisk.server().console("channel request hangup all");
    await(() -> asterisk.server().console("core show channels count").contains("0 active calls"));
  }

  private static SippCallers dial(String name, CallerPlan plan, int times) {
    return SippCallers.start(directory, name, plan, new Volume.Times(times, 50));
  }

  private static SippPhones phones(String name, Behaviour behaviour) {
    return SippPhones.start(directory, name, behaviour, PHONES);
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "not within " + PATIENCE);
      java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
    }
  }
}
