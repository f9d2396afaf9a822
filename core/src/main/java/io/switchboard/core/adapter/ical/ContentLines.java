package io.switchboard.core.adapter.ical;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/** The text of a file as its VEVENTs, each property with its line. */
final class ContentLines {
  private static final String PARAMETER = "(\"[^\"]*\"|[^\";:,]*)";
  private static final Pattern CONTENT_LINE =
      Pattern.compile("[A-Za-z0-9-]+(;[A-Za-z0-9-]+=" + PARAMETER + "(," + PARAMETER + ")*)*:.*", Pattern.DOTALL);

  /** One property of an event; names in capitals. */
  record Property(String name, Map<String, String> parameters, String value, int line) {
    String parameter(String parameter) {
      return parameters.getOrDefault(parameter, "");
    }
  }

  /** @param line of its BEGIN */
  record Component(int line, List<Property> properties) {
    List<Property> all(String name) {
      return properties.stream().filter(each -> each.name().equals(name)).toList();
    }

    Optional<Property> first(String name) {
      return all(name).stream().findFirst();
    }
  }

  /** @param line on which it begins, from 1 */
  private record Logical(String text, int line) {}

  private ContentLines() {}

  static List<Component> events(String text) throws Fault.Found {
    List<Logical> lines = logical(text.startsWith("\uFEFF") ? text.substring(1) : text);
    for (Logical each : lines) {
      if (!CONTENT_LINE.matcher(each.text()).matches()) {
        throw new Fault.Found(each.line(), "", Fault.shown(each.text()) + " is no line of iCalendar", "write NAME:value, or NAME;PARAMETER=value:value");
      }
    }
    if (lines.isEmpty() || !lines.getFirst().text().equalsIgnoreCase("BEGIN:VCALENDAR")) {
      throw new Fault.Found(lines.isEmpty() ? 1 : lines.getFirst().line(), "", "does not begin with BEGIN:VCALENDAR",
          "give a file as calendar programs export it (.ics, RFC 5545)");
    }
    return parsed(lines);
  }

  private static List<Component> parsed(List<Logical> lines) throws Fault.Found {
    StringBuilder unfolded = new StringBuilder();
    lines.forEach(each -> unfolded.append(each.text()).append("\r\n"));
    Collector collector = new Collector(lines);
    try {
      new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(unfolded.toString())), collector);
    } catch (ParserException broken) {
      Logical at = lines.get(Math.clamp(collector.taken, 0, lines.size() - 1));
      throw new Fault.Found(at.line(), "", Fault.shown(at.text()) + " is out of place", "end each BEGIN:NAME with its END:NAME");
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory", impossible);
    }
    return collector.events;
  }

  /** Folded lines joined, empty ones left out. */
  private static List<Logical> logical(String text) {
    List<Logical> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\r\n|\n|\r", -1)) {
      number++;
      if ((line.startsWith(" ") || line.startsWith("\t")) && !lines.isEmpty()) {
        lines.add(new Logical(lines.getLast().text() + line.substring(1), lines.removeLast().line()));
      } else if (!line.isBlank()) {
        lines.add(new Logical(line, number));
      }
    }
    return lines;
  }

  /** ical4j tells of one logical line after the other; so their lines are counted along. */
  private static final class Collector implements ContentHandler {
    private final List<Logical> lines;
    private final List<Component> events = new ArrayList<>();
    private final Deque<Component> open = new ArrayDeque<>();
    private final Map<String, String> parameters = new HashMap<>();
    private String value = "";
    private int taken;

    Collector(List<Logical> lines) {
      this.lines = lines;
    }

    private int take() {
      return lines.get(taken++).line();
    }

    @Override
    public void startCalendar() {
      take();
    }

    @Override
    public void endCalendar() {
      take();
    }

    @Override
    public void startComponent(String name) {
      Component component = new Component(take(), new ArrayList<>());
      open.push(component);
      if (name.equalsIgnoreCase("VEVENT")) {
        events.add(component);
      }
    }

    @Override
    public void endComponent(String name) {
      take();
      open.pop();
    }

    @Override
    public void startProperty(String name) {
      parameters.clear();
    }

    @Override
    public void parameter(String name, String given) {
      parameters.put(name.toUpperCase(Locale.ROOT), given.replace("\"", ""));
    }

    @Override
    public void propertyValue(String given) {
      value = given;
    }

    @Override
    public void endProperty(String name) {
      Property property = new Property(name.toUpperCase(Locale.ROOT), Map.copyOf(parameters), value.strip(), take());
      if (!open.isEmpty()) {
        open.peek().properties().add(property);
      }
    }
  }
}
