package io.switchboard.app.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as people type it: 1500ms, 240s, 30m, 1h, 1.5h. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ms|s|m|h)");

  @Override
  public Duration convert(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new TypeConversionException("'" + text + "' is no time; write it with its unit, like 1500ms, 240s, 30m or 1h");
    }
    long unitNs = switch (written.group(2)) {
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      default -> 3_600_000_000_000L;
    };
    BigDecimal ns = new BigDecimal(written.group(1)).multiply(BigDecimal.valueOf(unitNs));
    BigDecimal[] seconds = ns.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    return Duration.ofSeconds(seconds[0].longValue(), seconds[1].longValue());
  }
}
