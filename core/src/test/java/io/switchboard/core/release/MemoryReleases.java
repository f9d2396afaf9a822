package io.switchboard.core.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Releases in memory. */
public final class MemoryReleases implements Releases {
  private final List<Content> all = new ArrayList<>();
  /** As when PostgreSQL goes between two questions. */
  public boolean keepsNothing;

  @Override
  public Release keep(Map<String, String> texts, long atMs, String by, int rolledBackTo) {
    if (keepsNothing) {
      throw new UncheckedIOException("PostgreSQL cannot keep the release: gone", new IOException("gone"));
    }
    Optional<Release> next = Release.after(all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().release()), texts, atMs, by, rolledBackTo);
    next.ifPresent(release -> all.add(new Content(release, new TreeMap<>(texts))));
    return all.getLast().release();
  }

  @Override
  public List<Release> list(int before, int limit) {
    return all.reversed().stream().map(Content::release).filter(release -> release.number() < before).limit(limit).toList();
  }

  @Override
  public Optional<Content> content(int number) {
    return all.stream().filter(each -> each.release().number() == number).findFirst();
  }
}
