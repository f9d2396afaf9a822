package io.switchboard.desktop.wall;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.link.Part;
import io.switchboard.desktop.link.Reader;
import io.switchboard.desktop.link.Source;
import io.switchboard.desktop.protocol.WallView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Each tenant's wallboard as it was counted last, and what changed since the time before. */
public final class WallBook implements Source {
  static final String QUEUES = "queues";
  static final String AGENTS = "agents";
  static final String WAITING = "waiting";
  static final String ALARMS = "alarms";
  private static final WallView NOTHING = new WallView(Map.of(), Map.of(), List.of(), List.of());

  private final Surroundings around;
  private final BiConsumer<TenantId, List<Part>> touched;
  private final Map<TenantId, WallView> shown = new HashMap<>();
  private final Map<TenantId, AlarmWatch> watches = new HashMap<>();
  private WallSettings settings;

  /** {@code touched}: whose wallboard changed, and where. */
  public WallBook(WallSettings settings, Surroundings around, BiConsumer<TenantId, List<Part>> touched) {
    this.settings = settings;
    this.around = around;
    this.touched = touched;
  }

  /** Other settings from the next count on. */
  public void configure(WallSettings other) {
    settings = other;
  }

  public void counted(Snapshot snapshot) {
    for (Snapshot.Tenant tenant : snapshot.tenants()) {
      WallRows rows = new WallRows(tenant, settings, around);
      WallView before = shown.getOrDefault(tenant.tenant(), NOTHING);
      WallView now = new WallView(
          rows.queues(), rows.agents(), rows.waiting(),
          watches.computeIfAbsent(tenant.tenant(), each -> new AlarmWatch()).look(tenant.queues(), settings, snapshot.atMs()));
      List<Part> changed = changed(before, now);
      shown.put(tenant.tenant(), now);
      if (!changed.isEmpty()) {
        touched.accept(tenant.tenant(), changed);
      }
    }
  }

  private static List<Part> changed(WallView before, WallView now) {
    List<Part> changed = new ArrayList<>();
    rows(QUEUES, before.queues(), now.queues(), changed);
    rows(AGENTS, before.agents(), now.agents(), changed);
    if (!before.waiting().equals(now.waiting())) {
      changed.add(Part.of(WAITING));
    }
    if (!before.alarms().equals(now.alarms())) {
      changed.add(Part.of(ALARMS));
    }
    return changed;
  }

  private static void rows(String section, Map<String, ?> before, Map<String, ?> now, List<Part> changed) {
    now.forEach((name, row) -> {
      if (!Objects.equals(row, before.get(name))) {
        changed.add(new Part(section, name));
      }
    });
    Set<String> gone = new HashSet<>(before.keySet());
    gone.removeAll(now.keySet());
    gone.forEach(name -> changed.add(new Part(section, name)));
  }

  @Override
  public Object whole(Reader reader) {
    return shown.getOrDefault(reader.user().tenant(), NOTHING);
  }

  @Override
  public Object alike(Reader reader) {
    return reader.user().tenant();
  }

  @Override
  public Map<String, Object> parts(Reader reader, Set<Part> parts) {
    WallView now = shown.getOrDefault(reader.user().tenant(), NOTHING);
    Map<String, Object> body = new LinkedHashMap<>();
    Map<String, @Nullable Object> queues = new LinkedHashMap<>();
    Map<String, @Nullable Object> agents = new LinkedHashMap<>();
    for (Part part : parts) {
      switch (part.section()) {
        case QUEUES -> queues.put(part.row(), now.queues().get(part.row()));
        case AGENTS -> agents.put(part.row(), now.agents().get(part.row()));
        case WAITING -> body.put(WAITING, now.waiting());
        case ALARMS -> body.put(ALARMS, now.alarms());
        default -> throw new IllegalArgumentException("a wallboard has no section " + part.section());
      }
    }
    if (!queues.isEmpty()) {
      body.put(QUEUES, queues);
    }
    if (!agents.isEmpty()) {
      body.put(AGENTS, agents);
    }
    return body;
  }
}
