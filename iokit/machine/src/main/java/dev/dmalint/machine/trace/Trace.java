package dev.dmalint.machine.trace;

import java.util.ArrayList;
import java.util.List;
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
    events.forEach(event -> text.append(Json.of(event)).append('\n'));
    return text.toString();
  }
}
