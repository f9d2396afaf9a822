package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.ami.AmiConnection;
import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import io.switchboard.core.line.PhoneSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.DbDelAction;
import org.asteriskjava.manager.action.DbPutAction;
import org.asteriskjava.manager.action.ManagerAction;

/**
 * The secrets in Asterisk's own database, where PJSIP looks at each sign-in. Over a connection of its own each time, by a user who can do
 * this only: the one of the calls has no right to the database.
 */
public final class AmiPhoneSecrets implements PhoneSecrets {
  private static final String FAMILY = "switchboard/auth";
  private static final int PATIENCE_MS = 2_000;
  /** What stands in JSON as it is. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

  private final AmiAddress address;

  public AmiPhoneSecrets(AmiAddress address) {
    this.address = address.forSecrets();
  }

  /**
   * @throws IllegalArgumentException if either is not of A-Z a-z 0-9 _ . -
   */
  @Override
  public void give(String endpoint, String secret) {
    String auth = "{\"auth_type\":\"userpass\",\"username\":\"" + plain(endpoint) + "\",\"password\":\"" + plain(secret) + "\"}";
    String refusal = tell(new DbPutAction(FAMILY, endpoint, auth));
    if (!refusal.isEmpty()) {
      throw new UncheckedIOException(new IOException("Asterisk keeps no secret for " + endpoint + ": " + refusal));
    }
  }

  @Override
  public void take(String endpoint) {
    tell(new DbDelAction(FAMILY, plain(endpoint))); // refused where there was none
  }

  private static String plain(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("an endpoint or its secret has other characters than A-Z a-z 0-9 _ . -");
    }
    return text;
  }

  /** Empty when it was done. */
  private String tell(ManagerAction action) {
    try (AmiConnection connection = new AmiConnection()) {
      connection.connect(address.host(), address.port(), PATIENCE_MS);
      connection.login(address.user(), address.secret());
      AmiMessage answer = connection.answer(action);
      return answer.text("Response").equals("Success") ? "" : answer.text("Message");
    } catch (IOException e) {
      throw new UncheckedIOException("the secrets of browser phones cannot be changed at " + address, e);
    }
  }
}
