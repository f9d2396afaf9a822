package io.switchboard.desktop.adapter.client;

/** The API said no. The message is its own, and names the remedy. */
public final class ApiRefusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  ApiRefusal(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  /** E.g. {@code not_signed_in}. */
  public String code() {
    return code;
  }
}
