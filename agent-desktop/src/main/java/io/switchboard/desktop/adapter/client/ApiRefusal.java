package io.switchboard.desktop.adapter.client;

import java.util.List;

/** The API said no. The message is its own, and names the remedy. */
public final class ApiRefusal extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient List<String> settings;

  ApiRefusal(int status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  ApiRefusal(int status, String code, String detail, List<String> settings) {
    super(detail);
    this.status = status;
    this.code = code;
    this.settings = List.copyOf(settings);
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }

  /** What is wrong with a configuration: file, line and remedy, a line each; else empty. */
  public List<String> settings() {
    return settings;
  }

  /** E.g. {@code not_signed_in}. */
  public String code() {
    return code;
  }
}
