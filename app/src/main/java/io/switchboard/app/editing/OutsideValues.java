package io.switchboard.app.editing;

import io.switchboard.app.configuration.SecretSettings;
import io.switchboard.app.configuration.Wrong;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What must not travel with a file's text. A secret is handed out only as the placeholder that stands for it; a file that has one in plain
 * is not handed out at all. And nobody may write a placeholder that is not there yet: its value, a variable or any file of the machine, would show
 * wherever the setting does.
 */
final class OutsideValues {
  private static final Pattern PLACEHOLDER_ALONE = Pattern.compile("\\$\\{env:[A-Za-z_][A-Za-z0-9_]*}|file:.*");
  private static final Pattern PASSWORD_IN_URL = Pattern.compile("://[^/@\\s:]*:([^@\\s]+)@");
  private static final Pattern PASSWORD_IN_QUERY = Pattern.compile("(?i)[?&](?:ssl)?password=([^&\\s]+)");
  private static final Pattern SECRET_IN_COMMENT = Pattern.compile(
      "#.*?\\b(" + String.join("|", SecretSettings.KEYS) + ")[\"']?\\s*:\\s*[\"']?(\\$\\{[^}]*}|[^\\s\"',}]+)");
  /** What stands in examples. */
  private static final Set<String> EXAMPLES = Set.of("secret", "password", "…");

  private OutsideValues() {}

  /** Secrets written in plain, each with what to do; empty: none. */
  static List<String> plainSecrets(String file, String text) {
    if (!mayHaveSecrets(file)) {
      return List.of();
    }
    Optional<Node> root = YamlNodes.root(text);
    boolean nothing = text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
    if (root.isEmpty() && !nothing) {
      return List.of(new Wrong(file, 0, "", "cannot be read as YAML, so whether it has secrets cannot be told", "correct it on the machine").toString());
    }
    List<String> found = new ArrayList<>();
    root.map(YamlNodes::leaves).orElse(List.of()).stream().filter(leaf -> plain(file, leaf))
        .forEach(leaf -> found.add(wrong(file, leaf.line(), leaf.path())));
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (inComment(lines.get(i))) {
        found.add(wrong(file, i + 1, "a comment"));
      }
    }
    return found;
  }

  private static String wrong(String file, int line, String path) {
    return new Wrong(file, line, path, "has a secret in plain", "write it as ${env:NAME} or file:path on the machine, then this file can be read and changed here")
        .toString();
  }

  private static boolean plain(String file, YamlNodes.Leaf leaf) {
    boolean secret = SecretSettings.at(file, leaf.path()) && SecretSettings.inPlain(file, leaf.path(), leaf.value());
    return !leaf.value().isEmpty() && (secret || passwordInUrl(leaf.value()));
  }

  private static boolean passwordInUrl(String value) {
    return inPlain(PASSWORD_IN_URL.matcher(value)) || inPlain(PASSWORD_IN_QUERY.matcher(value));
  }

  private static boolean inPlain(Matcher url) {
    return url.find() && !PLACEHOLDER_ALONE.matcher(url.group(1)).matches() && !EXAMPLES.contains(url.group(1));
  }

  private static boolean inComment(String line) {
    Matcher secret = SECRET_IN_COMMENT.matcher(line);
    int comment = line.indexOf('#');
    return comment >= 0 && passwordInUrl(line.substring(comment))
        || secret.find() && !PLACEHOLDER_ALONE.matcher(secret.group(2)).matches() && !EXAMPLES.contains(secret.group(2));
  }

  /** Placeholders that the text has where the one before had none or another. */
  static List<String> newPlaceholders(String file, String before, String after) {
    if (!mayHaveSecrets(file)) {
      return List.of();
    }
    Set<String> there = placeholders(before).stream().map(OutsideValues::placed).collect(Collectors.toCollection(HashSet::new));
    return placeholders(after).stream().filter(leaf -> !there.contains(placed(leaf))).map(leaf -> new Wrong(
        file, leaf.line(), leaf.path(), "has a placeholder that was not there before",
        "placeholders are written on the machine itself; give the value, or leave the one that stands there").toString()).toList();
  }

  private static String placed(YamlNodes.Leaf leaf) {
    return leaf.path() + "=" + leaf.value();
  }

  private static List<YamlNodes.Leaf> placeholders(String text) {
    return YamlNodes.root(text).map(YamlNodes::leaves).orElse(List.of()).stream()
        .filter(leaf -> leaf.value().startsWith("file:") || leaf.value().contains("${")).toList();
  }

  /** Flows, prompts and calendars know neither secrets nor placeholders. */
  private static boolean mayHaveSecrets(String file) {
    return !file.contains("/");
  }
}
