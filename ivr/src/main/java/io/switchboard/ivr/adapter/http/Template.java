package io.switchboard.ivr.adapter.http;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which parameters stand in braces: {@code /orders/{order}}. Braces around anything else are just braces. */
public record Template(String written) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

  /** The parameters in it, each once. */
  public Set<String> parameters() {
    Set<String> parameters = new LinkedHashSet<>();
    Matcher matcher = PARAMETER.matcher(written);
    while (matcher.find()) {
      parameters.add(matcher.group(1));
    }
    return parameters;
  }

  /** Whether it is one parameter and nothing else. */
  public boolean single() {
    return PARAMETER.matcher(written).matches();
  }

  String fill(UnaryOperator<String> values) {
    return PARAMETER.matcher(written).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
  }
}
