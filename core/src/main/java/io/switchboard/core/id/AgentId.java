package io.switchboard.core.id;

/** A person who takes calls, named within a tenant; written {@code tenant/name}. */
public record AgentId(TenantId tenant, String name) {
  public AgentId {
    Names.check("agent", name);
  }

  public static AgentId of(String tenant, String name) {
    return new AgentId(new TenantId(tenant), name);
  }

  /**
   * @throws IllegalArgumentException if it is not written {@code tenant/name}
   */
  public static AgentId parse(String text) {
    String[] parts = Names.split("agent", text);
    return of(parts[0], parts[1]);
  }

  @Override
  public String toString() {
    return tenant.value() + "/" + name;
  }
}
