package dev.dmalint.scan;

import dev.dmalint.analyzer.Analysis;
import dev.dmalint.analyzer.Progress;
import dev.dmalint.analyzer.Request;
import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.findings.Confidence;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Consumer;
import dev.dmalint.models.Device;
import dev.dmalint.models.Platform;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An engine whose findings stand in the text of the files, and that remembers what it was asked.
 */
final class FakeEngine implements Engine {
  private final List<Request> requests = new ArrayList<>();

  List<Request> requests() {
    return requests;
  }

  Request lastRequest() {
    return requests.get(requests.size() - 1);
  }

  static RuleCatalogue catalogue() {
    return RuleCatalogue.of(
        List.of(
            new NamedRule(RuleInfo.named("second-rule", Severity.ERROR).mistake("E02")),
            new NamedRule(RuleInfo.named("first-rule", Severity.WARNING).mistake("E01"))));
  }

  private record NamedRule(RuleInfo info) implements Rule {
    @Override
    public Stream<Finding> check(Facts facts) {
      return Stream.empty();
    }
  }

  @Override
  public Universe models(List<Path> files) {
    Platform.Variant ram = new Platform.Variant("ram", List.of(value("low"), value("high")));
    return new Universe(
        List.of(
            new World(0, "P1", "P1", attributes()),
            new World(1, "P2/low", "P2", attributes("ram", "low")),
            new World(2, "P2/high", "P2", attributes("ram", "high"))),
        List.of(
            new Platform("P1", "First", "", attributes(), List.of()),
            new Platform("P2", "Second", "", attributes(), List.of(ram))),
        List.of(),
        List.of(new Consumer("K1", "device", List.of())),
        List.of(),
        List.of(),
        List.of(new Device("nvme", "NVMe", List.of(), "K1", List.of(), List.of())),
        List.of(),
        List.of());
  }

  private static Platform.Value value(String name) {
    return new Platform.Value(name, "when RAM is " + name, attributes());
  }

  private static SortedMap<String, String> attributes(String... pair) {
    return pair.length == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(pair[0], pair[1]));
  }

  @Override
  public Analysis analyze(Request request, Progress progress) {
    requests.add(request);
    SortedMap<String, FileState> states = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    for (SourceFile file : request.sources()) {
      switch (file.text()) {
        case "unaccounted" -> {}
        case "partial" -> states.put(file.path(), FileState.PARTIAL);
        case "broken" -> states.put(file.path(), FileState.FAILED);
        default -> states.put(file.path(), FileState.PARSED);
      }
      if (file.text().startsWith("finding")) {
        findings.add(finding(file.path()));
      }
    }
    return new Analysis(findings, states, List.of());
  }

  private static Finding finding(String file) {
    SourceSpan at = new SourceSpan(file, 1, 1, 1, 8);
    PathStep step = new PathStep(at, PathStep.Kind.SINK, "it arrives", "CPU", "finding");
    return new Finding(
        "first-rule",
        Optional.of("E01"),
        List.of(),
        Severity.WARNING,
        Confidence.HIGH,
        at,
        "a message",
        Platforms.of(List.of("P1"), List.of("P2"), List.of(), List.of()),
        List.of(new dev.dmalint.findings.Path(List.of(step), List.of("P1"))),
        List.of(),
        List.of(),
        "00");
  }
}
