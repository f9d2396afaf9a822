package io.switchboard.core.id;

/** A company on this installation, told apart by the number called. Lower-case name, 1 to 64 characters. */
public record TenantId(String value) {
  public TenantId {
    Names.check("tenant", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
