package io.switchboard.ivr.adapter.espeak;

import io.switchboard.core.line.Sound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sounds that are not kept: values of callers. The directory itself is the state, so that a restart forgets nothing that is to be removed.
 * A sound is removed some time after it was last promised to a caller, sooner where there are too many, and never while he may still hear
 * it. Safe from any thread; each removes what any instance on the same directory made.
 */
final class PassingSounds {
  /**
   * The bounds.
   *
   * @param most sounds at one time
   * @param young no sound is removed before it has this age, counted from its last promise: longer than any playing
   * @param old every sound of this age is removed
   */
  record Limits(int most, Duration young, Duration old) {
    /**
     * A phrase of 3 s takes 100 kB, hence at most 500 MB. In five minutes that is 16 new values a second all the time, each of which takes
     * a processor 30 ms to speak.
     */
    static final Limits USUAL = new Limits(5_000, Duration.ofMinutes(5), Duration.ofHours(2));
  }

  private static final Logger LOG = LoggerFactory.getLogger(PassingSounds.class);

  private final SoundFiles files;
  private final Limits limits;
  /** Held for long, where the monitor of this is not: whoever asks for a sound does not wait for others to be removed. */
  private final ReentrantLock sweeping = new ReentrantLock();
  private int count;
  private boolean watched;
  private Instant used = Instant.now();

  PassingSounds(Path directory, Limits limits) {
    this.files = new SoundFiles(directory);
    this.limits = limits;
    sweep(Instant.now());
    if (count > 0) {
      watch();
    }
  }

  /** Where they are made. */
  SoundFiles files() {
    return files;
  }

  /** The sound if it is there; it then stays until it is old again. */
  synchronized Optional<Sound> promise(String name) {
    used = Instant.now();
    return files.touch(name, used) ? Optional.of(files.sound(name)) : Optional.empty();
  }

  /**
   * To be called before a new one is made. May block while others are removed.
   *
   * @throws IOException if there are as many as there may be and all of them may be playing
   */
  void makeRoom() throws IOException {
    if (took()) {
      return;
    }
    sweep(Instant.now());
    if (!took()) {
      throw new IOException(limits.most() + " different values were spoken within " + limits.young().toSeconds() + " s, no more can be kept");
    }
  }

  private synchronized boolean took() {
    used = Instant.now();
    if (count >= limits.most()) {
      return false;
    }
    count++;
    watch();
    return true;
  }

  /** Removes what is old; where there are as many as there may be, the oldest tenth as well. */
  void sweep(Instant now) {
    sweeping.lock();
    try {
      files.clear(now.minus(limits.old()));
      int before = counted();
      List<SoundFiles.Kept> kept = files.kept().stream().sorted(Comparator.comparing(SoundFiles.Kept::at)).toList();
      int surplus = kept.size() < limits.most() ? 0 : kept.size() - limits.most() * 9 / 10;
      int removed = 0;
      for (int i = 0; i < kept.size(); i++) {
        Instant old = now.minus(i < surplus ? limits.young() : limits.old());
        removed += kept.get(i).at().isBefore(old) && removed(kept.get(i).name(), old) ? 1 : 0;
      }
      recount(kept.size() - removed, before);
    } catch (IOException refused) {
      LOG.warn("spoken values cannot be removed from {}, it is tried again: {}", files, refused.toString());
    } finally {
      sweeping.unlock();
    }
  }

  /** Unless it was promised a moment ago. */
  private synchronized boolean removed(String name, Instant old) throws IOException {
    if (!files.olderThan(name, old)) {
      return false;
    }
    files.remove(name);
    return true;
  }

  private synchronized int counted() {
    return count;
  }

  private synchronized void recount(int seen, int before) {
    count = seen + count - before; // with those that were begun meanwhile
  }

  private synchronized void watch() {
    if (!watched) {
      watched = true;
      Thread.ofVirtual().name("passing-sounds").start(this::sweepWhileUsed);
    }
  }

  /** Ends when this instance has made and promised nothing for so long that all of it is gone. */
  private void sweepWhileUsed() {
    boolean goOn = true;
    while (goOn) {
      try {
        Thread.sleep(limits.old().dividedBy(8));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
      goOn = swept(Instant.now());
    }
  }

  private boolean swept(Instant now) {
    sweep(now);
    return watchOn(now);
  }

  private synchronized boolean watchOn(Instant now) {
    watched = used.isAfter(now.minus(limits.old().multipliedBy(2)));
    return watched;
  }
}
