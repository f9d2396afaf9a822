package io.switchboard.core.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimelineEntriesTest {
  /** Decisions, workloads and the like: no timeline looks at them. */
  private static final List<Object> NOT_SAID = Arrays.asList(new Object[] {null});
  private static final CallId CALL = new CallId("c1");
  /** Of texts that facts hold, those by which a timeline tells how something went; and one that is none. */
  private static final List<String> TEXTS = List.of("", "found", "nothing", "failed", "consent_refused", "consent_unknown", "of another version");
  /** What stands in the log of a record and of the work for its customer. */
  private static final List<String> LOGGED = List.of(
      "note", "created", "changed", "number_added", "number_removed", "anonymised", "case_opened", "case_changed", "task_made", "task_done");

  @Test
  void whateverAFactMayHold_aTimelineHasAWordForIt_andNoWordTooMany() throws Exception {
    Set<TimelineKind> kinds = EnumSet.noneOf(TimelineKind.class);
    Set<TimelineWhat> whats = EnumSet.noneOf(TimelineWhat.class);
    List<TimelineEntry> all = new ArrayList<>();
    for (Class<?> kind : Fact.kinds()) {
      for (Fact fact : eachOf(kind)) {
        all.addAll(TimelineEntries.of(List.of(fact)));
      }
    }
    LOGGED.forEach(logged -> all.add(TimelineEntry.change(1, null, "anna", logged, Map.of())));
    all.forEach(entry -> {
      kinds.add(entry.kind());
      whats.add(entry.what());
    });
    assertEquals(EnumSet.allOf(TimelineKind.class), kinds);
    assertEquals(EnumSet.allOf(TimelineWhat.class), whats);
  }

  @Test
  void aContactEndsAsATimelineTellsIt() {
    List<Enum<?>> ends = new ArrayList<>(List.of(Ending.values()));
    ends.addAll(List.of(DialResult.values()));
    for (Enum<?> end : ends) {
      assertEquals(end.name(), TimelineWhat.of(end).name());
    }
    assertEquals(TimelineWhat.BOOKED, TimelineWhat.of("booked", TimelineWhat.FAILED));
    for (Contact.Kind kind : Contact.Kind.values()) {
      assertEquals(kind.name(), TimelineKind.valueOf(kind.name()).name());
    }
  }

  /** Facts of one kind that between them hold each constant of its enums, each of the texts and both of its flags. */
  private static List<Fact> eachOf(Class<?> kind) throws Exception {
    RecordComponent[] parts = kind.getRecordComponents();
    List<Fact> facts = new ArrayList<>();
    int most = Arrays.stream(parts).mapToInt(part -> values(part.getType()).size()).max().orElseThrow();
    for (int i = 0; i < most; i++) {
      List<Object> values = new ArrayList<>();
      for (RecordComponent part : parts) {
        List<?> choice = values(part.getType());
        values.add(choice.get(i % choice.size()));
      }
      facts.add((Fact) kind.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values.toArray()));
    }
    return facts;
  }

  private static List<?> values(Class<?> type) {
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    if (type == boolean.class) {
      return List.of(true, false);
    }
    return type == String.class ? TEXTS : type.isRecord() && type.getEnclosingClass() == Fact.class ? NOT_SAID : List.of(value(type));
  }

  private static Object value(Class<?> type) {
    if (type == long.class) {
      return 1L;
    }
    if (type == int.class) {
      return 1;
    }
    if (type == double.class) {
      return 1.0;
    }
    if (type == TenantId.class) {
      return new TenantId("demo");
    }
    if (type == CallId.class) {
      return CALL;
    }
    if (type == OfferId.class) {
      return new OfferId(CALL, 1);
    }
    if (type == QueueId.class) {
      return QueueId.of("demo", "sales");
    }
    if (type == AgentId.class) {
      return AgentId.of("demo", "anna");
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == List.class) {
      return List.of();
    }
    throw new IllegalArgumentException("a fact holds a " + type + ": say which one here");
  }
}
