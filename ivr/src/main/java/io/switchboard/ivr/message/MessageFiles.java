package io.switchboard.ivr.message;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.OptionalLong;

/** Where messages lie. Calls block and throw {@link java.io.UncheckedIOException} when the disk fails. */
public interface MessageFiles {
  /** One message: the {@code number}-th transfer or message of its call. */
  record Name(TenantId tenant, CallId call, int number) {}

  /** Where the telephone server writes it: absolute, without {@code .wav}. */
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

  /** Everything that came in and was neither kept nor dropped. */
  List<Name> left();
}
