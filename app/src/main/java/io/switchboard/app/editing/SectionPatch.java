package io.switchboard.app.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A JSON merge patch (RFC 7396) of one section of a YAML text, written into the text itself: comments, order and everything that the patch does
 * not name stay as they are. One setting after the other; the text is read anew between them. The result is read again and compared with the
 * merge of the values, so that a text that cannot be edited so is told apart rather than spoiled.
 */
final class SectionPatch {
  private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
  private static final Pattern MEANS_MORE = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private final List<String> section;
  private String text;

  private SectionPatch(String text, List<String> section) {
    this.text = text;
    this.section = section;
  }

  /** Empty when the text has no such section, or one that cannot be edited in place. */
  static Optional<String> patched(String text, List<String> section, Map<String, ? extends @Nullable Object> patch) {
    SectionPatch edited = new SectionPatch(text, section);
    Optional<Node> before = edited.at(section);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Object wanted = merged(YamlNodes.plain(before.get()), patch);
    patch.forEach((key, value) -> edited.set(section, key, value));
    return edited.at(section).filter(after -> Objects.equals(YamlNodes.plain(after), wanted)).map(same -> edited.text);
  }

  private Optional<Node> at(List<String> path) {
    Optional<Node> node = YamlNodes.root(text);
    for (String key : path) {
      node = node.flatMap(each -> YamlNodes.entry(each, key)).map(NodeTuple::getValueNode);
    }
    return node;
  }

  private static @Nullable Object merged(@Nullable Object target, @Nullable Object patch) {
    if (!(patch instanceof Map<?, ?> changes)) {
      return patch instanceof Integer number ? Long.valueOf(number) : patch instanceof List<?> list ? list.stream().map(each -> merged(null, each)).toList() : patch;
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    if (target instanceof Map<?, ?> map) {
      map.forEach((key, value) -> result.put(String.valueOf(key), value));
    }
    changes.forEach((key, value) -> {
      if (value == null) {
        result.remove(String.valueOf(key));
      } else {
        result.put(String.valueOf(key), merged(result.get(String.valueOf(key)), value));
      }
    });
    return result;
  }

  private void set(List<String> path, String key, @Nullable Object value) {
    Optional<Node> found = at(path);
    if (found.isEmpty()) {
      return; // the comparison at the end tells
    }
    Node parent = found.get();
    Optional<NodeTuple> entry = YamlNodes.entry(parent, key);
    if (value == null) {
      entry.ifPresent(each -> remove((MappingNode) parent, each));
    } else if (entry.isEmpty()) {
      insert(parent, key, value);
    } else if (value instanceof Map<?, ?> changes && entry.get().getValueNode() instanceof MappingNode) {
      List<String> deeper = new ArrayList<>(path);
      deeper.add(key);
      changes.forEach((name, inner) -> set(deeper, String.valueOf(name), inner));
    } else {
      replace(entry.get(), value);
    }
  }

  private void replace(NodeTuple entry, Object value) {
    Node old = entry.getValueNode();
    int from = start(old);
    int to = end(old);
    if (from == to) { // a key without a value
      int colon = text.indexOf(':', end(entry.getKeyNode())) + 1;
      splice(colon, colon, " " + written(value));
    } else {
      splice(from, to, written(value));
    }
  }

  private void insert(Node parent, String key, Object value) {
    String setting = written(key) + ": " + written(value);
    if (!(parent instanceof MappingNode mapping)) {
      int from = start(parent);
      splice(from, end(parent), from > 0 && text.charAt(from - 1) == ':' ? " { " + setting + " }" : "{ " + setting + " }");
    } else if (mapping.getValue().isEmpty()) {
      splice(start(mapping), end(mapping), "{ " + setting + " }");
    } else if (YamlNodes.block(mapping)) {
      int line = lineEnd(end(mapping.getValue().getLast().getValueNode()));
      splice(line, line, "\n" + " ".repeat(mapping.getValue().getFirst().getKeyNode().getStartMark().getColumn()) + setting);
    } else {
      int last = Math.max(end(mapping.getValue().getLast().getValueNode()), end(mapping.getValue().getLast().getKeyNode()));
      splice(last, last, ", " + setting);
    }
  }

  private void remove(MappingNode parent, NodeTuple entry) {
    List<NodeTuple> all = parent.getValue();
    int index = all.indexOf(entry);
    if (all.size() == 1) {
      splice(start(parent), end(parent), "{}");
    } else if (YamlNodes.block(parent)) {
      int from = text.lastIndexOf('\n', start(entry.getKeyNode())) + 1;
      splice(from, Math.min(text.length(), lineEnd(Math.max(end(entry.getValueNode()), end(entry.getKeyNode()))) + 1), "");
    } else if (index + 1 < all.size()) {
      splice(start(entry.getKeyNode()), start(all.get(index + 1).getKeyNode()), "");
    } else {
      splice(end(all.get(index - 1).getValueNode()), end(entry.getValueNode()), "");
    }
  }

  private void splice(int from, int to, String by) {
    text = text.substring(0, from) + by + text.substring(to);
  }

  private int start(Node node) {
    return text.offsetByCodePoints(0, node.getStartMark().getIndex());
  }

  /** Right after its last character; a block collection's own mark is where the next thing begins. */
  private int end(Node node) {
    if (!YamlNodes.block(node)) {
      return text.offsetByCodePoints(0, node.getEndMark().getIndex());
    }
    return switch (node) {
      case MappingNode mapping -> Math.max(end(mapping.getValue().getLast().getValueNode()), end(mapping.getValue().getLast().getKeyNode()));
      case SequenceNode list -> end(list.getValue().getLast());
      default -> throw new IllegalStateException("no collection: " + node);
    };
  }

  private int lineEnd(int from) {
    int newLine = text.indexOf('\n', from);
    return newLine < 0 ? text.length() : newLine;
  }

  /** As YAML on one line. */
  private static String written(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case Map<?, ?> map -> map.entrySet().stream().filter(each -> each.getValue() != null)
          .map(each -> written(String.valueOf(each.getKey())) + ": " + written(each.getValue())).collect(Collectors.joining(", ", "{ ", " }"));
      case List<?> list -> list.stream().map(SectionPatch::written).collect(Collectors.joining(", ", "[", "]"));
      case String string -> BARE.matcher(string).matches() && !MEANS_MORE.matcher(string).matches() ? string : quoted(string);
      default -> String.valueOf(value);
    };
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(each -> {
      switch (each) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        default -> {
          if (Character.isISOControl(each) || each == 0x2028 || each == 0x2029) {
            quoted.append(String.format("\\u%04x", each));
          } else {
            quoted.appendCodePoint(each);
          }
        }
      }
    });
    return quoted.append('"').toString();
  }
}
