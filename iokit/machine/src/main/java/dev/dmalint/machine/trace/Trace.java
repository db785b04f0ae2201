package dev.dmalint.machine.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happened on one machine, in order. The same run gives the same bytes. */
public final class Trace {
  private final List<TraceEvent> events = new ArrayList<>();

  /**
   * Adds an event at the end.
   *
   * @param event what happened
   */
  public void add(TraceEvent event) {
    events.add(event);
  }

  /** {@return the events so far, oldest first} */
  public List<TraceEvent> events() {
    return List.copyOf(events);
  }

  /**
   * The events of one type.
   *
   * @param type which
   * @param <T> the type
   * @return oldest first
   */
  public <T extends TraceEvent> Stream<T> of(Class<T> type) {
    return events().stream().filter(type::isInstance).map(type::cast);
  }

  /** {@return one line for each event, each ending with a line feed} */
  public String text() {
    StringBuilder text = new StringBuilder();
    events.forEach(event -> text.append(event.text()).append('\n'));
    return text.toString();
  }

  /** {@return one JSON object for each event, each ending with a line feed} */
  public String json() {
    StringBuilder text = new StringBuilder();
    for (TraceEvent event : events) {
      text.append("{\"kind\":");
      quote(event.kind(), text);
      for (Map.Entry<String, Object> field : event.fields().entrySet()) {
        text.append(',');
        quote(field.getKey(), text);
        text.append(':');
        if (field.getValue() instanceof String value) {
          quote(value, text);
        } else {
          text.append(field.getValue());
        }
      }
      text.append("}\n");
    }
    return text.toString();
  }

  private static void quote(String value, StringBuilder into) {
    into.append('"');
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '"' || letter == '\\') {
        into.append('\\').append(letter);
      } else if (letter < ' ' || letter > '~') {
        into.append("\\u%04x".formatted((int) letter));
      } else {
        into.append(letter);
      }
    }
    into.append('"');
  }
}
