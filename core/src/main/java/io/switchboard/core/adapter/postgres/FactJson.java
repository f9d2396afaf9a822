package io.switchboard.core.adapter.postgres;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A fact as JSON: its kind is the record's simple name, ids are strings, a null is left out. Fields that a newer version wrote are passed
 * over; one that an older version did not write is null, 0 or false.
 */
final class FactJson {
  /** The one rule of text: PostgreSQL takes no NUL, and half a surrogate pair is no character. Both come from telephone networks. */
  static final char REPLACEMENT = '\uFFFD';

  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .serializationInclusion(JsonInclude.Include.NON_NULL)
      .addModule(ids())
      .build();

  private record Kind(String name, ObjectWriter writer, ObjectReader reader) {}

  private static final Map<Class<?>, Kind> BY_CLASS = new HashMap<>();
  private static final Map<String, Kind> BY_NAME = new HashMap<>();

  static {
    for (Class<?> type : Fact.kinds()) {
      Kind kind = new Kind(type.getSimpleName(), MAPPER.writerFor(type), MAPPER.readerFor(type));
      BY_CLASS.put(type, kind);
      BY_NAME.put(kind.name(), kind);
    }
  }

  private FactJson() {}

  /** A kind that this version does not know, or a body that is not of its kind. The message names it. */
  static final class UnreadableFact extends Exception {
    UnreadableFact(String message, Throwable cause) {
      super(message, cause);
    }

    UnreadableFact(String message) {
      super(message);
    }
  }

  static String kind(Fact fact) {
    return kindOf(fact).name();
  }

  /** @throws IllegalStateException when the fact cannot be written, which is a bug */
  static String write(Fact fact) {
    try {
      return kindOf(fact).writer().writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + fact, e);
    }
  }

  static Fact read(String kind, String body) throws UnreadableFact {
    Kind known = BY_NAME.get(kind);
    if (known == null) {
      throw new UnreadableFact("facts of kind " + kind + " are not known to this version; a newer one wrote them");
    }
    try {
      return known.reader().readValue(body);
    } catch (JsonProcessingException e) {
      throw new UnreadableFact("a fact of kind " + kind + " cannot be read: " + e.getOriginalMessage() + ": " + body, e);
    }
  }

  /** The text with every character that PostgreSQL or UTF-8 refuses replaced. */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (refused(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static boolean refused(String text, int i) {
    char c = text.charAt(i);
    if (c == 0) {
      return true;
    }
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static String replaced(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (refused(text, i)) {
        chars[i] = REPLACEMENT;
      }
    }
    return new String(chars);
  }

  private static Kind kindOf(Fact fact) {
    Kind kind = BY_CLASS.get(fact.getClass());
    if (kind == null) {
      throw new IllegalStateException("no kind for " + fact.getClass());
    }
    return kind;
  }

  private static SimpleModule ids() {
    SimpleModule module = new SimpleModule("switchboard-ids");
    id(module, TenantId.class, TenantId::new);
    id(module, AgentId.class, AgentId::parse);
    id(module, QueueId.class, QueueId::parse);
    id(module, CallId.class, CallId::new);
    id(module, OfferId.class, OfferId::parse);
    module.addSerializer(String.class, text(Function.identity()));
    module.addKeySerializer(String.class, new JsonSerializer<>() {
      @Override
      public void serialize(String key, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeFieldName(clean(key));
      }
    });
    return module;
  }

  private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, text(Object::toString));
    module.addDeserializer(type, new FromStringDeserializer<T>(type) {
      @Override
      protected T _deserialize(String value, DeserializationContext context) {
        return parse.apply(value);
      }
    });
  }

  private static <T> JsonSerializer<T> text(Function<T, String> toText) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(clean(toText.apply(value)));
      }
    };
  }
}
