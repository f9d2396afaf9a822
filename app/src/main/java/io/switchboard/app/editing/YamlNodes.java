package io.switchboard.app.editing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text as nodes that know where they stand. Placeholders stay as they are written. */
final class YamlNodes {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");
  private static final int MAX_DEPTH = 20;

  private YamlNodes() {}

  /** Empty when it is no YAML, nothing, or makes use of aliases. */
  static Optional<Node> root(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(ConfigurationFolder.MOST_BYTES);
    try {
      return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
    } catch (YAMLException broken) {
      return Optional.empty();
    }
  }

  /** A scalar that stands somewhere: {@code demo.anna.phone.secret}, line from 1. */
  record Leaf(String path, String key, String value, int line) {}

  static List<Leaf> leaves(Node root) {
    List<Leaf> leaves = new ArrayList<>();
    collect(root, "", "", leaves);
    return leaves;
  }

  private static void collect(Node node, String path, String key, List<Leaf> leaves) {
    switch (node) {
      case MappingNode mapping -> {
        for (NodeTuple tuple : mapping.getValue()) {
          String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
          collect(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, name, leaves);
        }
      }
      case SequenceNode list -> {
        for (int i = 0; i < list.getValue().size(); i++) {
          collect(list.getValue().get(i), path + "[" + (i + 1) + "]", key, leaves);
        }
      }
      case ScalarNode scalar -> leaves.add(new Leaf(path, key, scalar.getValue(), scalar.getStartMark().getLine() + 1));
      default -> throw new IllegalStateException("a node of YAML that there is not: " + node);
    }
  }

  /** The value of a key; empty when there is none. */
  static Optional<NodeTuple> entry(Node section, String key) {
    return section instanceof MappingNode mapping
        ? mapping.getValue().stream().filter(each -> each.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)).findFirst()
        : Optional.empty();
  }

  /** As maps, lists, text, numbers and truth, as the configuration reads them. */
  static @Nullable Object plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        mapping.getValue().forEach(each -> map.put(((ScalarNode) each.getKeyNode()).getValue(), plain(each.getValueNode())));
        yield map;
      }
      case SequenceNode list -> {
        List<@Nullable Object> all = new ArrayList<>();
        list.getValue().forEach(each -> all.add(plain(each)));
        yield all;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalStateException("a node of YAML that there is not: " + node);
    };
  }

  private static @Nullable Object scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return text;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case "", "~", "null" -> null;
      default -> INTEGER.matcher(text).matches() ? Long.valueOf(text) : DECIMAL.matcher(text).matches() ? Double.valueOf(text) : text;
    };
  }

  static boolean block(Node node) {
    return node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.BLOCK && !mapping.getValue().isEmpty()
        || node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.BLOCK && !list.getValue().isEmpty();
  }
}
