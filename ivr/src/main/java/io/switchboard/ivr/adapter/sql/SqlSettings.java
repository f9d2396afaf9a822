package io.switchboard.ivr.adapter.sql;

/**
 * Where a source is, and as whom it is asked.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 */
public record SqlSettings(String url, String user, String password) {
  /** The password is not shown, nor what follows the address. */
  @Override
  public String toString() {
    return url.replaceAll("\\?.*", "") + " as " + user;
  }
}
