package io.switchboard.ivr.adapter.files;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.message.MessageFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Messages in {@code recordings/voicemail/TENANT/CALL-n.wav}, statements in {@code recordings/statements/...}, which only our own user may read. They come in at
 * {@code recordings/incoming}, where Asterisk, which may run as another user, can write but not look around.
 */
public final class VoicemailFiles implements MessageFiles {
  /** What Asterisk's {@code wav} is: 8,000 samples a second of two bytes, after a header. */
  private static final int HEADER_BYTES = 44;
  private static final int BYTES_PER_MS = 16;
  /** rwx-wx-wx, and nobody removes what is another's. */
  private static final int DROP_BOX = 0_1733;

  private static final Pattern NAME = Pattern.compile("([a-z0-9_.-]+)~([A-Za-z0-9_.-]+)-(\\d{1,6})\\.wav");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.-]");

  private final Path data;
  private final Path incoming;

  /** {@code data}: the data directory; what is missing below is made. */
  public VoicemailFiles(Path data) {
    this.data = data.toAbsolutePath().normalize();
    this.incoming = this.data.resolve("recordings/incoming");
    try {
      Files.createDirectories(incoming);
      Files.setAttribute(incoming, "unix:mode", DROP_BOX);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + incoming, e);
    }
  }

  @Override
  public String incoming(Name message) {
    return incoming.resolve(message.tenant() + "~" + plain(message)).toString();
  }

  @Override
  public String kept(Name message) {
    return folder(message) + "/" + message.tenant() + "/" + plain(message) + ".wav";
  }

  @Override
  public OptionalLong length(Name message) {
    Path file = in(message);
    try {
      return Files.isRegularFile(file)
          ? OptionalLong.of(Math.max(0, Files.size(file) - HEADER_BYTES) / BYTES_PER_MS) : OptionalLong.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  @Override
  public boolean isKept(Name message) {
    return Files.exists(data.resolve(kept(message)));
  }

  @Override
  public void keep(Name message) {
    Path to = data.resolve(kept(message));
    try {
      Files.createDirectories(data.resolve(folder(message)), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createDirectories(to.getParent());
      Files.move(in(message), to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + to, e);
    }
  }

  @Override
  public void drop(Name message) {
    try {
      Files.deleteIfExists(in(message));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + in(message), e);
    }
  }

  @Override
  public List<Name> left() {
    try (Stream<Path> all = Files.list(incoming)) {
      List<Name> names = new ArrayList<>();
      for (Path each : all.toList()) {
        Matcher name = NAME.matcher(each.getFileName().toString());
        if (name.matches()) {
          names.add(new Name(new TenantId(name.group(1)), new CallId(name.group(2)), Integer.parseInt(name.group(3))));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + incoming, e);
    }
  }

  private static String folder(Name message) {
    return switch (message.kind()) {
      case MESSAGE -> "recordings/voicemail";
      case STATEMENT -> "recordings/statements";
    };
  }

  private Path in(Name message) {
    return Path.of(incoming(message) + ".wav");
  }

  private static String plain(Name message) {
    return UNSAFE.matcher(message.call().value()).replaceAll("_") + "-" + message.number();
  }
}
