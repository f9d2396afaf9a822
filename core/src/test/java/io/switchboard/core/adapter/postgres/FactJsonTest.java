package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.adapter.postgres.FactJson.UnreadableFact;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactJsonTest {
  @Test
  void everyKindComesBackAsItWas() throws Exception {
    Set<Class<?>> kinds = new HashSet<>();
    for (Fact fact : Samples.everyKind()) {
      assertEquals(fact, FactJson.read(FactJson.kind(fact), FactJson.write(fact)));
      kinds.add(fact.getClass());
    }
    assertEquals(Set.copyOf(Fact.kinds()), kinds, "a sample of every kind");
  }

  @Test
  void idsAreStringsAndNullsAreLeftOut() {
    Fact fact = new Fact.ClosureSwitched(7, new TenantId("demo"), null, true, "sue");
    assertEquals("{\"atMs\":7,\"tenant\":\"demo\",\"closed\":true,\"by\":\"sue\"}", FactJson.write(fact));
  }

  @Test
  void fieldsOfANewerVersionArePassedOver() throws Exception {
    Fact fact = FactJson.read("InteractionClosed", "{\"atMs\":7,\"tenant\":\"demo\",\"call\":\"c1\",\"mood\":\"good\"}");
    assertEquals(new Fact.InteractionClosed(7, new TenantId("demo"), new CallId("c1")), fact);
  }

  /** Written by the version before these fields; a journal is kept for years. */
  @Test
  void whatAnOlderVersionDidNotWriteHasAValueThatMeansNothing() throws Exception {
    Fact.QueueEntered entered = (Fact.QueueEntered) FactJson.read("QueueEntered", """
        {"atMs":1,"tenant":"demo","call":"c1","visit":1,"queue":"demo/sales","priority":0,"skills":{},"caller":"","callerName":""}""");
    assertEquals("", entered.valueClass());
    assertNull(entered.preferred());
    Fact.AgentStateChanged changed = (Fact.AgentStateChanged) FactJson.read("AgentStateChanged", """
        {"atMs":1,"tenant":"demo","agent":"demo/ann","from":"READY","to":"NOT_READY","reason":"","sinceMs":1,"pending":"","strikes":0}""");
    assertEquals(Fact.Workload.NONE, changed.work());
    assertEquals("", changed.by());
    assertEquals(Fact.Terms.NONE, changed.terms());
    Fact.TalkEnded ended = (Fact.TalkEnded) FactJson.read("TalkEnded", """
        {"atMs":1,"tenant":"demo","call":"c1","offer":"c1-1","queue":"demo/sales","agent":"demo/ann","by":"AGENT","talkMs":5}""");
    assertEquals(0, ended.heldMs());
    Fact.QueueLeft left = (Fact.QueueLeft) FactJson.read("QueueLeft", """
        {"atMs":1,"tenant":"demo","call":"c1","queue":"demo/sales","exit":"ABANDONED","waitMs":5}""");
    assertEquals("", left.key());
    Fact.OfferMade made = (Fact.OfferMade) FactJson.read("OfferMade", """
        {"atMs":1,"tenant":"demo","call":"c1","offer":"c1-1","queue":"demo/sales","agent":"demo/ann","ringMs":5,
         "why":{"policy":"longest_idle","candidates":1,"idleMs":1,"waitedMs":1,"trigger":"agent_free"}}""");
    assertEquals(0, made.why().measure());
  }

  @Test
  void aKindOfANewerVersionIsNamed() {
    UnreadableFact e = assertThrows(UnreadableFact.class, () -> FactJson.read("CallSang", "{}"));
    assertTrue(e.getMessage().contains("CallSang"), e.getMessage());
  }

  @Test
  void aValueOfANewerVersionIsNamed() {
    UnreadableFact e = assertThrows(
        UnreadableFact.class,
        () -> FactJson.read("CallEnded", "{\"atMs\":7,\"tenant\":\"demo\",\"call\":\"c1\",\"ending\":\"BEAMED_UP\"}"));
    assertTrue(e.getMessage().contains("CallEnded") && e.getMessage().contains("BEAMED_UP"), e.getMessage());
  }

  @Test
  void whatPostgresRefusesInATextIsReplaced() {
    for (String bad : List.of("a\0b", "a\uD800b", "a\uDC00b", "b\uD83D")) {
      String clean = FactJson.clean(bad);
      assertEquals(bad.length(), clean.length());
      assertFalse(clean.contains("\0"), clean);
      assertTrue(clean.contains("\uFFFD"), clean);
    }
    for (String good : List.of("", "a\r\nb", "张伟", "\uD83D\uDE00 x")) {
      assertEquals(good, FactJson.clean(good));
    }
  }
}
