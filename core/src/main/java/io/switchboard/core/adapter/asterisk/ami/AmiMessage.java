package io.switchboard.core.adapter.asterisk.ami;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event or a response as Asterisk sent it. What it did not send is empty, and so is what it sent without a value.
 *
 * @param fields by name, in whatever case: Asterisk writes {@code CommandID} here and {@code CommandId} there
 * @param variables of the channel it is about, those that {@code channelvars} in manager.conf names
 */
public record AmiMessage(Map<String, String> fields, Map<String, String> variables) {
  private static final String VARIABLE = "ChanVariable";

  AmiMessage() {
    this(new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new HashMap<>());
  }

  /** From {@code name, value, name, value ...}; for tests and by hand. */
  public static AmiMessage of(String... namesAndValues) {
    AmiMessage message = new AmiMessage();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      message.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return message;
  }

  /** The event's name; empty for a response. */
  public String event() {
    return text("Event");
  }

  /** A response answers an action; an event may have a field of that name too. */
  public boolean isResponse() {
    return !fields.containsKey("Event") && fields.containsKey("Response");
  }

  public String text(String name) {
    return fields.getOrDefault(name, "");
  }

  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** The id that the sender of the action gave it. */
  public String actionId() {
    String id = text("ActionID");
    return id.substring(id.indexOf('#') + 1);
  }

  /** The number under which the connection sent the action; empty where it sent none. */
  String sentAs() {
    String id = text("ActionID");
    return id.substring(0, Math.max(0, id.indexOf('#')));
  }

  /** Of two fields of one name the first counts. A variable comes as {@code ChanVariable: name=value}, or with the channel in brackets. */
  void put(String name, String value) {
    int equals = value.indexOf('=');
    if (equals > 0 && (name.equals(VARIABLE) || name.startsWith(VARIABLE + "("))) {
      variables.putIfAbsent(value.substring(0, equals), value.substring(equals + 1));
    } else {
      fields.putIfAbsent(name, value);
    }
  }
}
