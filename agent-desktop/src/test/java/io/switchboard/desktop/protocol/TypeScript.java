package io.switchboard.desktop.protocol;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the TypeScript types of records as they are on the wire. */
final class TypeScript {
  private final Map<String, String> written = new TreeMap<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();
  private final Set<Class<?>> seen = new HashSet<>();

  /** The types of these records and of all that they hold, in the order of their names. */
  String of(List<Class<?>> records) {
    records.forEach(this::named);
    while (!open.isEmpty()) {
      write(open.poll());
    }
    return String.join("\n", written.values());
  }

  private void write(Class<?> type) {
    String before = written.put(type.getSimpleName(), type.isEnum() ? union(type) : record(type));
    if (before != null) {
      throw new IllegalArgumentException("two types are named " + type.getSimpleName());
    }
  }

  private String record(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type + " is no record");
    }
    return Arrays.stream(type.getRecordComponents())
        .map(component -> "  " + snake(component) + ": " + text(component.getAnnotatedType()) + ";\n")
        .collect(Collectors.joining("", "export interface " + type.getSimpleName() + " {\n", "}\n"));
  }

  private static String union(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(each -> "'" + word(each) + "'")
        .collect(Collectors.joining(" | ", "export type " + type.getSimpleName() + " = ", ";\n"));
  }

  private static String word(Object constant) {
    return constant instanceof Worded worded ? worded.word() : ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  private static String snake(RecordComponent component) {
    return component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private String text(AnnotatedType type) {
    return plain(type) + (type.isAnnotationPresent(Nullable.class) ? " | null" : "");
  }

  private String plain(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType generic) {
      Class<?> raw = (Class<?>) ((java.lang.reflect.ParameterizedType) generic.getType()).getRawType();
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      if (List.class.equals(raw)) {
        String of = text(arguments[0]);
        return of.contains("|") ? "(" + of + ")[]" : of + "[]";
      }
      if (Map.class.equals(raw)) {
        boolean keys = arguments[0].getType() instanceof Class<?> key && key.isEnum();
        return keys ? "Partial<Record<" + text(arguments[0]) + ", " + text(arguments[1]) + ">>" : "Record<string, " + text(arguments[1]) + ">";
      }
      throw new IllegalArgumentException("no TypeScript for " + type.getType());
    }
    return named((Class<?>) type.getType());
  }

  private String named(Class<?> type) {
    if (type == String.class || type.getPackageName().equals("io.switchboard.core.id")) {
      return "string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "number";
    }
    if (type == Optional.class || type == OptionalLong.class || !(type.isRecord() || type.isEnum())) {
      throw new IllegalArgumentException("no TypeScript for " + type);
    }
    if (seen.add(type)) {
      open.add(type);
    }
    return type.getSimpleName();
  }
}
