package io.switchboard.core.recording;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Where recordings of talks lie. Calls block and throw {@link java.io.UncheckedIOException} when the disk fails. */
public interface RecordingFiles {
  /** One recording: the {@code number}-th of its call. */
  record Name(TenantId tenant, CallId call, int number) {}

  /** Why nothing can be written now, with the remedy; empty: it can. */
  Optional<String> unready();

  /** Where the telephone server writes it: absolute. */
  String written(Name recording);

  /** How long what came in is, in milliseconds; empty: there is none. */
  OptionalLong length(Name recording);

  /** Takes what came in to where it is kept, if it is not there; also again after a crash. */
  void keep(Name recording);

  /** Forgets what came in. */
  void drop(Name recording);

  /** Removes what is kept under this name, below the data directory; what is gone already is no trouble. */
  void remove(String file);

  /** Everything that came in and was neither kept nor dropped. */
  List<Name> left();

  /** Where the telephone server writes it, below the data directory. */
  static String incoming(TenantId tenant, CallId call, int number) {
    return "recordings/talking/" + tenant + "~" + plain(call) + "-" + number + ".raw";
  }

  /** Where it is kept, below the data directory. */
  static String kept(TenantId tenant, CallId call, int number) {
    return "recordings/talks/" + tenant + "/" + plain(call) + "-" + number + ".wav";
  }

  private static String plain(CallId call) {
    return Unsafe.SIGN.matcher(call.value()).replaceAll("_");
  }

  /** What may not stand in a file's name. */
  final class Unsafe {
    private static final Pattern SIGN = Pattern.compile("[^A-Za-z0-9_.-]");

    private Unsafe() {}
  }
}
