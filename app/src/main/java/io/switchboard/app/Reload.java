package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.configuration.Environment;
import io.switchboard.app.configuration.Wrong;
import io.switchboard.app.editing.InForce;
import io.switchboard.core.release.Releases;
import io.switchboard.core.signal.ReloadRequest.Outcome;
import io.switchboard.ivr.prompt.Prompts;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the configuration anew while calls are on the line: all of it, or none when anything is wrong or needs a restart. */
final class Reload implements InForce {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final BiConsumer<Configuration, Sayings> apply;
  private final BiFunction<Configuration, Configuration, List<Wrong>> proof;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Environment environment;
  private final Releases releases;
  private Configuration configuration;
  private Sayings sayings;

  /**
   * @param environment from which placeholders are filled, as at the start
   * @param releases where flows and prompts are kept before they are in force
   * @param apply puts both in force; they are checked
   */
  Reload(
      Configuration configuration, Sayings sayings, Environment environment, Releases releases, BiConsumer<Configuration, Sayings> apply) {
    this(configuration, sayings, environment, releases, apply, (inForce, next) -> List.of());
  }

  /** {@code proof}: says what is wrong with a configuration, after the one in force, that only the data sources know. */
  Reload(
      Configuration configuration, Sayings sayings, Environment environment, Releases releases, BiConsumer<Configuration, Sayings> apply,
      BiFunction<Configuration, Configuration, List<Wrong>> proof) {
    this.releases = releases;
    this.proof = proof;
    this.environment = environment;
    this.configuration = configuration;
    this.sayings = sayings;
    this.apply = apply;
  }

  /** Reads files: from a thread that may wait. */
  @Override
  public Outcome take(String by, int rollingBackTo) {
    oneAtATime.lock();
    try {
      return taken(by, rollingBackTo);
    } catch (RuntimeException bug) {
      LOG.error("{} asked to reload: it broke off; a restart takes what stands in the files", by, bug);
      return new Outcome.Refused(List.of("reloading broke off, see the log; a restart takes what stands in the files: " + bug));
    } catch (ConfigurationException e) {
      LOG.warn("{} asked to reload: refused, what was in force stays\n{}", by, e.getMessage());
      return new Outcome.Refused(e.wrongs().stream().map(Wrong::toString).toList());
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Those that callers hear now. */
  Prompts prompts() {
    oneAtATime.lock();
    try {
      return sayings.prompts();
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public List<String> hindrances(Path directory) {
    oneAtATime.lock();
    try {
      Configuration read = ConfigurationFiles.load(directory, sayings.directory(), environment);
      Sayings.load(directory, read, sayings.sounds());
      prove(read);
      return new Changes(configuration, read).forRestart(directory);
    } catch (ConfigurationException e) {
      return e.wrongs().stream().map(wrong -> wrong.toString().replace(directory.toString(), sayings.directory().toString())).toList();
    } finally {
      oneAtATime.unlock();
    }
  }

  private void prove(Configuration read) throws ConfigurationException {
    List<Wrong> wrongs = proof.apply(configuration, read);
    if (!wrongs.isEmpty()) {
      throw new ConfigurationException(wrongs);
    }
  }

  /** What is in force is kept already; so while PostgreSQL is away all else can be taken. */
  private Sayings kept(Sayings spoken, String by, int rollingBackTo) throws ConfigurationException {
    if (spoken.texts().equals(sayings.texts())) {
      return spoken.released(sayings.release());
    }
    try {
      return spoken.released(releases.keep(spoken.texts(), System.currentTimeMillis(), by, rollingBackTo).number());
    } catch (UncheckedIOException away) {
      throw new ConfigurationException(List.of(new Wrong(
          "flows, prompts", 0, "", "they are not published, for their release cannot be kept: " + away.getMessage(),
          "try again when GET /api/health says that postgres is up")));
    }
  }

  private Outcome taken(String by, int rollingBackTo) throws ConfigurationException {
    Configuration read = ConfigurationFiles.load(sayings.directory(), environment);
    Sayings spoken = sayings.again(read);
    prove(read);
    Changes changes = new Changes(configuration, read);
    List<String> forRestart = changes.forRestart(sayings.directory());
    if (!forRestart.isEmpty()) {
      LOG.warn("{} asked to reload: refused, what was in force stays\n{}", by, String.join("\n", forRestart));
      return new Outcome.Refused(forRestart);
    }
    List<String> changed = new ArrayList<>(changes.files());
    if (!spoken.flows().byName().equals(sayings.flows().byName())) {
      changed.add("flows");
    }
    if (!spoken.scripts().byName().equals(sayings.scripts().byName())) {
      changed.add("scripts");
    }
    if (!spoken.prompts().book().equals(sayings.prompts().book())) {
      changed.add("prompts");
    }
    Sayings published = kept(spoken, by, rollingBackTo);
    apply.accept(read, published);
    configuration = read;
    sayings = published;
    LOG.info("{} reloaded the configuration, changed: {}; flows and prompts are those of release {}", by, changed, published.release());
    return new Outcome.Done(changed, published.release());
  }
}
