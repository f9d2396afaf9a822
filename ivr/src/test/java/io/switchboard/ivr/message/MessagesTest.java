package io.switchboard.ivr.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Interaction;
import io.switchboard.core.interaction.Interactions;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.ivr.message.MessageFiles.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A platform that died between recording and keeping. */
class MessagesTest {
  private static final TenantId TENANT = new TenantId("demo");
  private static final CallId CALL = new CallId("1.1");
  private static final QueueId SALES = new QueueId(TENANT, "sales");
  private static final Name MESSAGE = new Name(TENANT, CALL, 2);
  private static final Fact BEGUN = new Fact.Errand.VoicemailBegun(5, TENANT, CALL, 2, SALES, "+4930");
  private static final Fact LEFT = new Fact.Errand.VoicemailLeft(7, TENANT, CALL, 2, SALES, "f", 9_000, "+4930");
  private static final Fact CLOSED = new Fact.InteractionClosed(6, TENANT, CALL);

  private final MemoryMessageFiles files = new MemoryMessageFiles();
  private final MemoryJournal journal = new MemoryJournal();
  private final Messages messages = new Messages(files, journal, () -> 1_000, Runnable::run);
  private final List<Fact> written = new ArrayList<>();

  private final class Written implements Interactions {
    @Override
    public List<Fact> timeline(TenantId tenant, CallId call) {
      return written;
    }

    @Override
    public List<Interaction> recent(TenantId tenant, long beforeMs, int limit) {
      return List.of();
    }
  }

  private void swept(Fact... facts) {
    written.addAll(List.of(facts));
    files.in.put(MESSAGE, 9_000L);
    messages.sweep(new Written());
  }

  @Test
  void whenTheCallIsOverAndNobodyKeptHisMessage_thenItIsKeptNow() {
    swept(BEGUN, CLOSED);
    assertEquals(List.of(MESSAGE), files.kept);
    assertEquals(
        List.of(new Fact.Errand.VoicemailLeft(1_000, TENANT, CALL, 2, SALES, files.kept(MESSAGE), 9_000, "+4930")), journal.facts());
  }

  @Test
  void whenTheFactIsThereAndTheFileIsNot_thenOnlyTheFileIsMoved() {
    swept(BEGUN, LEFT, CLOSED);
    assertEquals(List.of(MESSAGE), files.kept);
    assertEquals(List.of(), journal.facts());
  }

  @Test
  void whenHeStillSpeaks_thenItIsLeftAlone() {
    swept(BEGUN);
    assertEquals(Map.of(MESSAGE, 9_000L), files.in);
    assertEquals(List.of(), journal.facts());
  }

  @Test
  void whenNothingIsKnownOfIt_thenItIsLeftAlone() {
    swept(new Fact.Errand.VoicemailBegun(5, TENANT, CALL, 1, SALES, ""), CLOSED);
    assertEquals(Map.of(MESSAGE, 9_000L), files.in);
  }

  @Test
  void whenItWasDropped_thenItIsForgotten() {
    swept(BEGUN, new Fact.Errand.VoicemailDropped(7, TENANT, CALL, 2, SALES, 900), CLOSED);
    assertEquals(Map.of(), files.in);
    assertEquals(List.of(), files.kept);
  }

  @Test
  void whenHeHungUpBeforeTheBeep_thenThereIsNoMessage() {
    messages.keep(MESSAGE, SALES, "");
    assertEquals(List.of(new Fact.Errand.VoicemailDropped(1_000, TENANT, CALL, 2, SALES, 0)), journal.facts());
  }

  @Test
  void whenItWasKeptBefore_thenItIsNotWrittenTwice() {
    files.kept.add(MESSAGE);
    messages.keep(MESSAGE, SALES, "");
    assertEquals(List.of(), journal.facts());
  }

  // --- what belongs to a call

  private static final Name SAID = new Name(TENANT, CALL, 2, MessageFiles.Kind.STATEMENT);
  private static final Fact SAYING = new Fact.Errand.RecordingBegun(5, TENANT, CALL, 2, "say", 1_000);
  private static final Fact SPOKEN = new Fact.Errand.RecordingKept(7, TENANT, CALL, 2, "f", 9_000);

  private void sweptSaid(Fact... facts) {
    written.addAll(List.of(facts));
    files.in.put(SAID, 9_000L);
    messages.sweep(new Written());
  }

  @Test
  void whenTheCallIsOverAndNobodyKeptWhatHeSaid_thenItIsKeptNow_asNoMessage() {
    sweptSaid(SAYING, CLOSED);
    assertEquals(List.of(SAID), files.kept);
    assertEquals(List.of(new Fact.Errand.RecordingKept(1_000, TENANT, CALL, 2, files.kept(SAID), 9_000)), journal.facts());
  }

  @Test
  void whenItsFactIsThereAndItsFileIsNot_thenOnlyTheFileIsMoved_andWhoStillSpeaksIsLeftAlone() {
    sweptSaid(SAYING);
    assertEquals(Map.of(SAID, 9_000L), files.in);
    sweptSaid(SPOKEN, CLOSED);
    assertEquals(List.of(SAID), files.kept);
    assertEquals(List.of(), journal.facts());
  }

  @Test
  void whenItWasKeptByAnEarlierRun_thenTheFlowHearsSo_andNothingIsWrittenTwice() {
    files.kept.add(SAID);
    List<Boolean> told = new ArrayList<>();
    messages.statements().keep(SAID, 1_000, told::add);
    assertEquals(List.of(true), told);
    assertEquals(List.of(), journal.facts());
  }

  @Test
  void whenTheFactIsNotDurableYet_thenTheFlowWaits() {
    files.in.put(SAID, 1_000L);
    journal.hold();
    List<Boolean> told = new ArrayList<>();
    messages.statements().keep(SAID, 1_000, told::add);
    assertEquals(List.of(), told);
    assertEquals(Map.of(SAID, 1_000L), files.in);
    journal.release();
    assertEquals(List.of(true), told);
    assertEquals(List.of(SAID), files.kept);
  }
}
