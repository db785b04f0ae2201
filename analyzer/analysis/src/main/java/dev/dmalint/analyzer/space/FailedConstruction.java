package dev.dmalint.analyzer.space;

import dev.dmalint.findings.Confidence;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Universe;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A construction that fails in some worlds, at one place where its object is missed. */
public final class FailedConstruction {
  private final Universe universe;
  private final List<FailedUse> uses;
  private final Function<SourceSpan, String> excerpts;

  FailedConstruction(
      Universe universe, List<FailedUse> uses, Function<SourceSpan, String> excerpts) {
    this.universe = universe;
    this.uses = List.copyOf(uses);
    this.excerpts = excerpts;
  }

  /** {@return what failed, in the model's words} */
  public String what() {
    return uses.get(0).failure().what();
  }

  /** {@return whether the missing object is used, rather than tested} */
  public boolean isDereferenced() {
    return uses.stream().anyMatch(use -> use.kind() == FailedUse.Kind.DEREFERENCE);
  }

  /** {@return the finding of {@code rule} with that message} */
  public Finding finding(RuleInfo rule, String message) {
    FailedUse first = uses.get(0);
    WorldSet worlds = uses.stream().map(FailedUse::worlds).reduce(WorldSet.NONE, WorldSet::or);
    PlatformFold fold = new PlatformFold(universe);
    Platforms platforms = fold.fold(worlds, WorldSet.NONE, WorldSet.NONE);
    PathStep made = step(first.failure().at(), PathStep.Kind.SOURCE, first.failure().what());
    PathStep used =
        step(
            first.at(),
            PathStep.Kind.SINK,
            isDereferenced()
                ? "used as if it were there"
                : "found missing, and the driver refuses to start");
    List<String> drivers =
        uses.stream()
            .map(FailedUse::driver)
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return new Finding(
        rule.id(),
        rule.mistake(),
        List.of(),
        isDereferenced() ? rule.severity() : Severity.WARNING,
        Confidence.HIGH,
        first.at(),
        message,
        platforms,
        List.of(new Path(List.of(made, used), fold.ids(worlds))),
        byDriver(drivers, fold),
        List.of(),
        Fingerprints.of(
            rule.mistake().orElse(rule.id()), drivers, what(), made.excerpt(), used.excerpt()));
  }

  private SortedMap<String, Platforms> byDriver(List<String> drivers, PlatformFold fold) {
    SortedMap<String, Platforms> result = new TreeMap<>();
    for (String driver : drivers) {
      WorldSet worlds =
          uses.stream()
              .filter(use -> use.driver().equals(driver))
              .map(FailedUse::worlds)
              .reduce(WorldSet.NONE, WorldSet::or);
      result.put(driver, fold.fold(worlds, WorldSet.NONE, WorldSet.NONE));
    }
    return result;
  }

  private PathStep step(SourceSpan at, PathStep.Kind kind, String message) {
    return new PathStep(at, kind, message, "", excerpts.apply(at));
  }
}
