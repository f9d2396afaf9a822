package io.switchboard.desktop.access;

/** Hashes so that a test does not wait. */
public final class PlainHashing implements Hashing {
  @Override
  public String hash(String password) {
    return "$plain$" + password;
  }

  @Override
  public String ofNobody() {
    return hash("nobody has this password");
  }

  @Override
  public boolean matches(String password, String hash) {
    return hash.equals(hash(password));
  }
}
