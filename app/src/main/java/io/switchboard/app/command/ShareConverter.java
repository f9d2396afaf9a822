package io.switchboard.app.command;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share as people type it: 80%, 99.5%, 0.8. Above 0 and below 1. */
final class ShareConverter implements ITypeConverter<Double> {
  private static final Pattern WRITTEN = Pattern.compile("\\d{1,3}(\\.\\d{1,15})?%|0?\\.\\d{1,17}");

  @Override
  public Double convert(String text) {
    double share = WRITTEN.matcher(text).matches() ? share(text) : 0;
    if (!(share > 0 && share < 1)) {
      throw new TypeConversionException("'" + text + "' is no share above 0 % and below 100 %; write it like 80% or 0.8");
    }
    return share;
  }

  private static double share(String text) {
    return text.endsWith("%")
        ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2).doubleValue()
        : Double.parseDouble(text);
  }
}
