package io.switchboard.app.demo;

import io.switchboard.app.Desk;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.UserPlan;
import io.switchboard.core.access.Passwords;
import io.switchboard.desktop.access.PasswordChange;
import io.switchboard.desktop.adapter.argon2.Argon2Hashing;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demo people's passwords: made at the first start, kept in a file that only we may read, so that they can be shown again. */
public record LogIns(Map<String, String> byUser) {

  /** Reads them, or makes and sets them where there are none. */
  public static LogIns of(Configuration configuration, Path file, Passwords passwords) {
    Map<String, String> known = Files.exists(file) ? read(file) : new LinkedHashMap<>();
    PasswordChange change = new PasswordChange(Desk.accounts(configuration), passwords, new Argon2Hashing());
    for (UserPlan user : configuration.users()) {
      String password = known.computeIfAbsent(key(user), made -> Secret.generate());
      if (passwords.hash(user.tenant(), user.name()).isEmpty()) {
        change.change(user.tenant(), user.name(), password).ifPresent(refusal -> {
          throw new ServerException("cannot set a password for " + key(user) + ": " + refusal);
        });
      }
    }
    write(file, known);
    return new LogIns(known);
  }

  private static String key(UserPlan user) {
    return user.tenant() + "/" + user.name();
  }

  public String password(String tenant, String user) {
    String password = byUser.get(tenant + "/" + user);
    if (password == null) {
      throw new IllegalArgumentException("no log-in was made for " + tenant + "/" + user);
    }
    return password;
  }

  private static Map<String, String> read(Path file) {
    try {
      Map<String, String> known = new LinkedHashMap<>();
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split(" ", 2);
        known.put(parts[0], parts[1]);
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void write(Path file, Map<String, String> known) {
    StringBuilder text = new StringBuilder();
    known.forEach((user, password) -> text.append(user).append(' ').append(password).append('\n'));
    Secret.write(file, text.toString());
  }
}
