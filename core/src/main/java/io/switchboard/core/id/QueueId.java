package io.switchboard.core.id;

/** A queue in which calls wait, named within a tenant; written {@code tenant/name}. */
public record QueueId(TenantId tenant, String name) {
  public QueueId {
    Names.check("queue", name);
  }

  public static QueueId of(String tenant, String name) {
    return new QueueId(new TenantId(tenant), name);
  }

  /**
   * @throws IllegalArgumentException if it is not written {@code tenant/name}
   */
  public static QueueId parse(String text) {
    String[] parts = Names.split("queue", text);
    return of(parts[0], parts[1]);
  }

  @Override
  public String toString() {
    return tenant.value() + "/" + name;
  }
}
