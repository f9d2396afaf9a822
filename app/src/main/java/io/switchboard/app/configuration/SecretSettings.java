package io.switchboard.app.configuration;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which settings hold secrets. Their values are never shown, and belong into the environment or into files of their own. */
public final class SecretSettings {
  /** Keys that do wherever they stand. */
  public static final Set<String> KEYS = Set.of("secret", "postgres_password", "token_secret", "metrics_token", "password");

  private static final String LOOKUPS = "lookups.yaml";
  private static final String TENANTS = "tenants.yaml";
  private static final Pattern HEADER = Pattern.compile("sources\\.[^.]+\\.http\\.headers\\.(.+)");
  private static final Pattern CRM_HEADER = Pattern.compile("[^.]+\\.crm\\.headers\\.(.+)");
  private static final Pattern TELLING = Pattern.compile("(?i).*(auth|cookie|token|key|secret|passw|credential|session).*");
  private static final Pattern ALONE = Pattern.compile("\\$\\{env:[A-Za-z_][A-Za-z0-9_]*}|file:.*");
  private static final Pattern AFTER_ITS_SCHEME = Pattern.compile("(?:(?i:bearer|basic|token|apikey|digest) +)?\\$\\{env:[A-Za-z_][A-Za-z0-9_]*}|file:.*");

  private SecretSettings() {}

  /** {@code path}: as messages name it, e.g. {@code demo.anna.phone.secret}. */
  public static boolean at(String file, String path) {
    boolean parameter = file.equals(LOOKUPS) && path.startsWith("lookups.");
    return !parameter && (KEYS.contains(path.replaceAll("\\[[0-9]+]", "").replaceAll(".*\\.", "")) || header(file, path));
  }

  /** Whether a secret stands in the file itself: {@code written} is anything but a placeholder without a value to fall back to. */
  public static boolean inPlain(String file, String path, String written) {
    return !(header(file, path) ? AFTER_ITS_SCHEME : ALONE).matcher(written).matches();
  }

  private static boolean header(String file, String path) {
    Matcher header = (file.equals(TENANTS) ? CRM_HEADER : HEADER).matcher(path);
    return (file.equals(LOOKUPS) || file.equals(TENANTS)) && header.matches() && TELLING.matcher(header.group(1)).matches();
  }
}
