package io.switchboard.desktop.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.desktop.protocol.Frame;
import io.switchboard.desktop.protocol.Hello;
import io.switchboard.desktop.protocol.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a client of the socket says. */
final class ClientFrames {
  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int LONGEST = 16 * 1024;
  private static final int LONGEST_ID = 100;

  private ClientFrames() {}

  /** A frame. */
  sealed interface Said {}

  record Greets(Hello hello) implements Said {}

  record Pings(long n) implements Said {}

  record IsPhone(boolean here) implements Said {}

  record Unreadable(String why) implements Said {}

  static Said read(String text) {
    if (text.length() > LONGEST) {
      return new Unreadable("it is longer than 16 KB");
    }
    try {
      JsonNode frame = JSON.readTree(text);
      return frame.path("v").asInt() == Frame.VERSION ? read(frame) : new Unreadable("v is not 1");
    } catch (JsonProcessingException broken) {
      return new Unreadable("it is no JSON object");
    }
  }

  private static Said read(JsonNode frame) {
    return switch (frame.path("type").asText()) {
      case "hello" -> hello(frame);
      case "ping" -> frame.path("n").isIntegralNumber() ? new Pings(frame.path("n").asLong()) : new Unreadable("n is no whole number");
      case "phone" -> frame.path("here").isBoolean() ? new IsPhone(frame.path("here").asBoolean()) : new Unreadable("here is not true or false");
      default -> new Unreadable("type is not hello, ping or phone");
    };
  }

  private static Said hello(JsonNode frame) {
    List<Topic> topics = new ArrayList<>();
    for (JsonNode name : frame.path("topics")) {
      switch (name.asText()) {
        case "desk" -> topics.add(Topic.DESK);
        case "wall" -> topics.add(Topic.WALL);
        default -> {
          return new Unreadable("topics are desk and wall");
        }
      }
    }
    if (topics.isEmpty() || topics.stream().distinct().count() < topics.size()) {
      return new Unreadable("topics name desk, wall or both, once");
    }
    if (!frame.path("token").isTextual()) {
      return new Unreadable("token is missing");
    }
    JsonNode resume = frame.path("resume");
    boolean again = resume.path("session").isTextual() && resume.path("session").asText().length() <= LONGEST_ID && resume.path("seq").isIntegralNumber();
    if (!resume.isMissingNode() && !resume.isNull() && !again) {
      return new Unreadable("resume has a session and a seq");
    }
    return new Greets(new Hello(
        frame.path("token").asText(), List.copyOf(topics),
        again ? new Hello.Resume(resume.path("session").asText(), resume.path("seq").asLong()) : null));
  }
}
