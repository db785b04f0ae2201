package dev.dmalint.machine.command;

import dev.dmalint.machine.DriverRun.Outcome;
import dev.dmalint.machine.DriverRun.Result;
import dev.dmalint.machine.iommu.Fault;
import dev.dmalint.machine.trace.Json;
import dev.dmalint.machine.trace.TraceEvent;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came of the runs of one driver.
 *
 * @param driver its class
 * @param device what it found, and who says so
 * @param full whether to print every event
 * @param outcomes one for each world
 */
record RunReport(String driver, String device, boolean full, List<Outcome> outcomes) {
  private static final int TAIL = 20;
  private static final int MOST = 10;

  RunReport {
    outcomes = List.copyOf(outcomes);
  }

  boolean isClean() {
    return outcomes.stream().allMatch(Outcome::isClean);
  }

  void text(PrintWriter out) {
    out.print("%s, device %s\n".formatted(driver, device));
    outcomes.forEach(outcome -> text(outcome, out));
    if (outcomes.size() > 1) {
      out.print("\n");
      outcomes.forEach(
          outcome -> out.print("%s: %s\n".formatted(outcome.world(), summary(outcome))));
    }
  }

  private void text(Outcome outcome, PrintWriter out) {
    out.print("\n== %s\n".formatted(outcome.world()));
    List<TraceEvent> events = outcome.trace().events();
    int from = full ? 0 : Math.max(0, events.size() - TAIL);
    if (from > 0) {
      out.print("  ... %d events before these; --trace prints all\n".formatted(from));
    }
    events.subList(from, events.size()).forEach(event -> out.print("  " + event.text() + "\n"));
    out.print("%s\n".formatted(summary(outcome)));
    some(outcome.faults().stream().map(RunReport::explained).distinct().toList(), out);
    some(outcome.misuses().stream().map(TraceEvent::text).distinct().toList(), out);
  }

  private static void some(List<String> lines, PrintWriter out) {
    lines.stream().limit(MOST).forEach(line -> out.print("  " + line + "\n"));
    if (lines.size() > MOST) {
      out.print("  ... and %d more\n".formatted(lines.size() - MOST));
    }
  }

  private static String explained(Fault fault) {
    return "%s: the device may not %s there".formatted(fault, fault.write() ? "write" : "read");
  }

  private static String summary(Outcome outcome) {
    String also =
        outcome.result() == Result.WORKS && !outcome.isClean()
            ? ", but the checker reports %d misuses".formatted(outcome.misuses().size())
            : ": " + outcome.reason();
    return word(outcome) + also;
  }

  private static String word(Outcome outcome) {
    return outcome.result().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void json(PrintWriter out) {
    out.print(
        "{\"driver\":%s,\"device\":%s,\"clean\":%b,\"runs\":["
            .formatted(Json.quoted(driver), Json.quoted(device), isClean()));
    String separator = "\n";
    for (Outcome outcome : outcomes) {
      out.print(separator);
      json(outcome, out);
      separator = ",\n";
    }
    out.print("\n]}\n");
  }

  private void json(Outcome outcome, PrintWriter out) {
    out.print(
        "{\"world\":%s,\"result\":%s,\"reason\":%s,\"faults\":[%s],\"misuses\":[%s]"
            .formatted(
                Json.quoted(outcome.world()),
                Json.quoted(word(outcome)),
                Json.quoted(outcome.reason()),
                outcome.faults().stream().map(RunReport::json).collect(Collectors.joining(",")),
                outcome.misuses().stream().map(Json::of).collect(Collectors.joining(","))));
    if (full) {
      out.print(
          ",\"trace\":[\n%s]"
              .formatted(
                  outcome.trace().events().stream()
                      .map(Json::of)
                      .collect(Collectors.joining(",\n"))));
    }
    out.print("}");
  }

  private static String json(Fault fault) {
    return "{\"device\":%s,\"reason\":%d,\"write\":%b,\"address\":\"0x%x\"}"
        .formatted(Json.quoted(fault.device()), fault.reason(), fault.write(), fault.address());
  }
}
