package io.switchboard.app.command;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.core.id.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose; may be left out where there is one tenant. */
public final class TenantOption {
  @Option(names = "--tenant", paramLabel = "NAME", description = "Whose; needed when there are several.")
  private @Nullable String tenant;

  /** @throws Exit.Refusal for a name that none has */
  TenantId of(Configuration configuration) {
    List<String> names = configuration.tenants().stream().map(each -> each.id().value()).toList();
    if (tenant == null && names.size() == 1) {
      return new TenantId(names.getFirst());
    }
    if (tenant == null || !names.contains(tenant)) {
      throw new Exit.Refusal("--tenant is one of " + String.join(", ", names) + (tenant == null ? "" : ", not '" + tenant + "'"));
    }
    return new TenantId(tenant);
  }
}
