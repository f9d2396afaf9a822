package io.switchboard.servers.postgres;

/** What a commit means. */
public enum Durability {
  /** On disk: fsync and synchronous_commit are on. */
  ON_DISK("on"),
  /** In memory only, for tests that do not care: a crash of the machine loses the database. */
  IN_MEMORY("off");

  final String setting;

  Durability(String setting) {
    this.setting = setting;
  }
}
