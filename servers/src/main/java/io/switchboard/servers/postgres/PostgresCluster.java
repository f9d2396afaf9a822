package io.switchboard.servers.postgres;

import io.switchboard.servers.Places;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Account;
import io.switchboard.servers.process.Child;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Program;
import io.switchboard.servers.process.Secret;
import io.switchboard.servers.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The files of one PostgreSQL: {@code data/}, {@code password}, {@code postgresql.conf} (written anew at each start), {@code log}. */
record PostgresCluster(Path directory, PostgresPrograms programs, Account account) {
  static final String USER = "switchboard";
  static final String DATABASE = "switchboard";
  private static final Duration TO_MAKE = Duration.ofMinutes(2);

  Path data() {
    return directory.resolve("data");
  }

  private Path passwordFile() {
    return directory.resolve("password");
  }

  String password() {
    return Secret.read(passwordFile());
  }

  /** Made completely: the version file alone is there already after an initdb that was interrupted. */
  boolean exists() {
    return existsIn(directory);
  }

  static boolean existsIn(Path directory) {
    return Files.exists(directory.resolve("made"));
  }

  /** Makes cluster and database. */
  Void make() {
    try {
      Places.remove(data());
      Secret.generate(passwordFile());
      account.own(directory);
      run(List.of(
          programs.initdb().toString(), "-D", data().toString(), "-U", USER, "--pwfile=" + passwordFile(), "--auth=scram-sha-256",
          "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"));
      run(List.of(
          "sh", "-c", "echo 'CREATE DATABASE " + DATABASE + "' | \"$0\" --single -D \"$1\" postgres",
          programs.postgres().toString(), data().toString()));
      Files.writeString(directory.resolve("made"), "by Switchboard\n");
      return null;
    } catch (IOException e) {
      throw new ServerException("cannot make a PostgreSQL cluster in " + directory + ": " + e, e);
    }
  }

  private void run(List<String> command) {
    Child child = program("PostgreSQL's " + Path.of(command.getFirst()).getFileName(), command, Life.WITH_US).start();
    if (!child.succeeded(TO_MAKE)) {
      child.end(Signal.KILL, Duration.ZERO);
      throw new ServerException("cannot make a PostgreSQL cluster in " + directory + child.lastLines());
    }
  }

  Child serve(int port, Durability durability, Life life) {
    try {
      Path config = directory.resolve("postgresql.conf");
      Files.writeString(config, config(port, durability));
      account.own(config);
      return program("PostgreSQL", List.of(
              programs.postgres().toString(), "-D", data().toString(), "-c", "config_file=" + config), life)
          .start();
    } catch (IOException e) {
      throw new ServerException("cannot write the PostgreSQL configuration into " + directory + ": " + e, e);
    }
  }

  private Program program(String name, List<String> command, Life life) {
    return new Program(
        name, command, Map.of("TZ", "UTC"), account, List.of(directory.resolve("data"), programs.postgres()), directory,
        directory.resolve("log"), life, Signal.INT);
  }

  /** Few background processes and few wake-ups: it shares the machine with Asterisk and the platform. */
  private static String config(int port, Durability durability) {
    return """
        # Written by Switchboard at each start; changes here are lost.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 60
        password_encryption = scram-sha-256

        fsync = %s
        synchronous_commit = %s
        full_page_writes = %s
        wal_level = minimal
        max_wal_senders = 0
        wal_compression = off
        min_wal_size = 160MB
        max_wal_size = 1GB
        checkpoint_timeout = 15min

        shared_buffers = 128MB
        dynamic_shared_memory_type = posix
        huge_pages = off
        io_method = sync
        jit = off
        max_parallel_workers_per_gather = 0
        max_logical_replication_workers = 0
        autovacuum = on

        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        log_min_messages = warning
        log_line_prefix = '%%m [%%p] '
        """
        .formatted(port, durability.setting, durability.setting, durability.setting);
  }

  void remove() {
    try {
      Places.remove(directory);
    } catch (IOException e) {
      throw new ServerException("cannot remove " + directory + ": " + e, e);
    }
  }
}
