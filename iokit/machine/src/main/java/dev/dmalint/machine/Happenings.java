package dev.dmalint.machine;

import dev.dmalint.machine.trace.Trace;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the parts of a machine tell what happens, and ask whether a step has to fail. */
final class Happenings {
  private final Trace trace = new Trace();
  private final Names names = new Names();
  private final List<String> failures;
  private final Map<String, Integer> counts = new HashMap<>();

  Happenings(List<String> failures) {
    this.failures = new ArrayList<>(failures);
    for (String failure : failures) {
      if (!failure.matches("(allocate|map|wire):[1-9][0-9]*")) {
        throw new IllegalArgumentException(
            "not a step that can fail: \"%s\"; write allocate:1, map:2 or wire:3"
                .formatted(failure));
      }
    }
  }

  Trace trace() {
    return trace;
  }

  void add(TraceEvent event) {
    trace.add(event);
  }

  void called(String call, @Nullable Object on, @Nullable Object result, Object... arguments) {
    StringBuilder text = new StringBuilder();
    for (Object argument : arguments) {
      text.append(text.isEmpty() ? "" : ", ").append(names.of(argument));
    }
    add(
        new TraceEvent.Call(
            call, on == null ? "" : names.of(on), text.toString(), names.of(result)));
  }

  void misused(Misuse kind, String what, @Nullable Object object) {
    misusedBy(kind, what, names.of(object));
  }

  /** As {@link #misused}, for an object that may be gone and has left its name. */
  void misusedBy(Misuse kind, String what, String name) {
    add(new TraceEvent.Misused(kind.id(), name, what));
  }

  String name(Object object) {
    return names.of(object);
  }

  /** Counts the step, and says whether this one was asked to fail. */
  boolean fails(String step) {
    int count = counts.merge(step, 1, Integer::sum);
    return failures.contains(step + ":" + count);
  }
}
