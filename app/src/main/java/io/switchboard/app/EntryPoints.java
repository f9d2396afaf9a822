package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.call.EntryPoint;
import io.switchboard.core.call.Numbers;
import io.switchboard.core.line.Trunk;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The numbers of a configuration. */
final class EntryPoints {
  private EntryPoints() {}

  static Numbers numbers(Configuration configuration) {
    return new Numbers(
        configuration.entryPoints().stream().collect(Collectors.toMap(EntryPoint::number, Function.identity())),
        configuration.unknownNumber(),
        configuration.busyFlow(),
        configuration.trunks().stream().collect(Collectors.toMap(Trunk::name, Function.identity())));
  }
}
