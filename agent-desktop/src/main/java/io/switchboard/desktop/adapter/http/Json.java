package io.switchboard.desktop.adapter.http;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.desktop.protocol.Worded;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;

/**
 * How records look on the wire: {@code snake_case} fields, enums in lower case, agents and queues by their name (the tenant is the
 * reader's own), facts with their {@code type}.
 */
final class Json {
  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  static byte[] bytes(Object content) {
    try {
      return MAPPER.writeValueAsBytes(content);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("no JSON for " + content.getClass(), bug);
    }
  }

  static String text(Object content) {
    try {
      return MAPPER.writeValueAsString(content);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("no JSON for " + content.getClass(), bug);
    }
  }

  private static JsonMapper mapper() {
    SimpleModule words = new SimpleModule()
        .addSerializer(TenantId.class, text(TenantId::value))
        .addSerializer(AgentId.class, text(AgentId::name))
        .addSerializer(QueueId.class, text(QueueId::name))
        .addSerializer(CallId.class, text(CallId::value))
        .addSerializer(OfferId.class, text(OfferId::toString));
    words.addSerializer(Enum.class, text(each -> each instanceof Worded worded ? worded.word() : each.name().toLowerCase(Locale.ROOT)));
    words.addKeySerializer(Enum.class, key());
    JsonMapper.Builder builder = JsonMapper.builder().addModule(words)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .addMixIn(Fact.class, Typed.class);
    for (Class<?> fact : Fact.kinds()) {
      builder.registerSubtypes(new NamedType(fact, snake(fact.getSimpleName())));
    }
    return builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface Typed {}

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static <T> JsonSerializer<T> text(Function<T, String> words) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(words.apply(value));
      }
    };
  }

  @SuppressWarnings("rawtypes") // Jackson's signature
  private static JsonSerializer<Enum> key() {
    return new JsonSerializer<>() {
      @Override
      public void serialize(Enum value, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeFieldName(value.name().toLowerCase(Locale.ROOT));
      }
    };
  }
}
