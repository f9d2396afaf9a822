package io.switchboard.ivr.message;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.OptionalLong;

/** Where messages and statements lie. Calls block and throw {@link java.io.UncheckedIOException} when the disk fails. */
public interface MessageFiles {
  /** For whom it is. */
  enum Kind {
    /** For the agents of a queue. */
    MESSAGE,
    /** Part of the call. */
    STATEMENT
  }

  /** One recording: the {@code number}-th errand of its call. */
  record Name(TenantId tenant, CallId call, int number, Kind kind) {
    /** Of a message, or of what is not known yet. */
    public Name(TenantId tenant, CallId call, int number) {
      this(tenant, call, number, Kind.MESSAGE);
    }

    Name as(Kind other) {
      return new Name(tenant, call, number, other);
    }
  }

  /** Where the telephone server writes it, whatever its kind: absolute, without {@code .wav}. */
  String incoming(Name message);

  /** Where it lies once it is kept: below the data directory. */
  String kept(Name message);

  /** How long what came in is, in milliseconds; empty: there is none. */
  OptionalLong length(Name message);

  /** Whether it was kept before. */
  boolean isKept(Name message);

  /** Takes what came in to where messages are kept. */
  void keep(Name message);

  /** Forgets what came in. */
  void drop(Name message);

  /** Everything that came in and was neither kept nor dropped, as messages. */
  List<Name> left();
}
