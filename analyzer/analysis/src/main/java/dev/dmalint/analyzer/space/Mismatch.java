package dev.dmalint.analyzer.space;

import static java.util.stream.Collectors.toSet;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The wrong arrivals of the addresses of one source at one sink, ready to become a finding. */
public final class Mismatch {
  /** How many ways a finding keeps. */
  private static final int MOST_PATHS = 10;

  private final Universe universe;
  private final List<Judgement> wrong;
  private final List<Judgement> all;
  private final Function<Judgement, WorldSet> broken;
  private final Function<SourceSpan, String> excerpts;

  Mismatch(
      Universe universe,
      List<Judgement> wrong,
      List<Judgement> all,
      Function<Judgement, WorldSet> broken,
      Function<SourceSpan, String> excerpts) {
    this.universe = universe;
    this.wrong = List.copyOf(wrong);
    Set<String> registers =
        wrong.stream().map(each -> each.arrival().site().register()).collect(toSet());
    this.all =
        all.stream()
            .filter(each -> Facts.place(each).equals(Facts.place(wrong.get(0))))
            .filter(each -> registers.contains(each.arrival().site().register()))
            .toList();
    this.broken = broken;
    this.excerpts = excerpts;
  }

  /** The arrival that a finding is worded by: the one of which least was assumed. */
  private Arrival first() {
    return wrong.stream()
        .map(Judgement::arrival)
        .min(Comparator.comparingInt(each -> each.site().assumptions().size()))
        .orElseThrow();
  }

  /** {@return what the source made, in the model's words, without the reason} */
  public String what() {
    return first().address().tag().what();
  }

  /** {@return the field, register or parameter that takes the address} */
  public String field() {
    return first().site().field().name();
  }

  /** {@return how a report names the reader} */
  public String device() {
    return first().site().deviceName();
  }

  /** {@return how a report names the consumer kind whose demand is not met} */
  public String consumer() {
    return wrong.get(0).consumerName();
  }

  /** {@return how many low bits of the address are kept at the sink} */
  public int keptBits() {
    return first().address().tag().high();
  }

  /** {@return how many bits the address may need} */
  public int neededBits() {
    return wrong.stream().mapToInt(each -> each.arrival().address().tag().bits()).max().orElse(64);
  }

  /** {@return labels of the spaces that arrive where they should not, joined by "or"} */
  public String arrives() {
    TreeSet<String> labels = new TreeSet<>();
    wrong.forEach(each -> labels.add(SpaceLabel.of(universe, each.arrival().address().tag())));
    return String.join(" or ", labels);
  }

  /** {@return the finding of {@code rule} with that message} */
  public Finding finding(RuleInfo rule, String message) {
    Site site = first().site();
    List<Path> paths = paths();
    List<String> drivers = drivers();
    return new Finding(
        rule.id(),
        rule.mistake(),
        also(),
        rule.severity(),
        confidence(),
        site.at(),
        message,
        platforms(),
        paths,
        byDriver(),
        assumptions(),
        Fingerprints.of(
            rule.mistake().orElse(rule.id()),
            drivers,
            what(),
            excerpts.apply(first().address().tag().source()),
            excerpts.apply(site.at())));
  }

  /** {@return the finding with another severity than its rule's} */
  public Finding finding(RuleInfo rule, Severity severity, String message) {
    return finding(
        new RuleInfo(
            rule.id(),
            severity,
            rule.mistake(),
            rule.since(),
            rule.summary(),
            rule.source(),
            rule.tags(),
            rule.cwe(),
            rule.page()),
        message);
  }

  private WorldSet brokenWorlds() {
    return wrong.stream().map(broken).reduce(WorldSet.NONE, WorldSet::or);
  }

  /** {@return where it breaks and where not} */
  public Platforms platforms() {
    return platforms(all, brokenWorlds());
  }

  private Platforms platforms(List<Judgement> arrivals, WorldSet brokenWorlds) {
    WorldSet unclaimed = WorldSet.NONE;
    WorldSet absent = universe.all();
    for (Judgement judgement : arrivals) {
      unclaimed = unclaimed.or(judgement.unclaimed());
      absent = absent.and(judgement.absent());
    }
    return new PlatformFold(universe).fold(brokenWorlds, unclaimed, absent);
  }

  /** Where it breaks for each driver: two may come to one line with different addresses. */
  private SortedMap<String, Platforms> byDriver() {
    SortedMap<String, Platforms> result = new TreeMap<>();
    for (String driver : drivers()) {
      WorldSet worlds =
          wrong.stream()
              .filter(each -> each.driver().equals(driver))
              .map(broken)
              .reduce(WorldSet.NONE, WorldSet::or);
      result.put(
          driver,
          platforms(all.stream().filter(each -> each.driver().equals(driver)).toList(), worlds));
    }
    return result;
  }

  /** Mistakes of the same source at the same sink that do not name this finding. */
  private List<String> also() {
    return wrong.stream()
        .filter(each -> each.cut().and(each.wrong()).meets(broken.apply(each)))
        .map(Judgement::cutMistake)
        .filter(mistake -> !mistake.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> drivers() {
    return wrong.stream()
        .filter(each -> !broken.apply(each).isEmpty())
        .map(Judgement::driver)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> assumptions() {
    return first().site().assumptions().stream().distinct().sorted().toList();
  }

  private Confidence confidence() {
    boolean blind =
        first().address().trail().steps().stream()
            .anyMatch(step -> step.message().contains("whose body is not known"));
    if (blind) {
      return Confidence.LOW;
    }
    return assumptions().isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private List<Path> paths() {
    Map<List<Trail.Step>, List<Judgement>> ways = new LinkedHashMap<>();
    wrong.stream()
        .sorted((a, b) -> Integer.compare(length(a), length(b)))
        .forEach(
            each ->
                ways.computeIfAbsent(
                        each.arrival().address().trail().steps(), key -> new ArrayList<>())
                    .add(each));
    List<Path> result = new ArrayList<>();
    WorldSet covered = WorldSet.NONE;
    for (Map.Entry<List<Trail.Step>, List<Judgement>> way : ways.entrySet()) {
      WorldSet here = way.getValue().stream().map(broken).reduce(WorldSet.NONE, WorldSet::or);
      if (result.size() < MOST_PATHS && !covered.contains(here)) {
        covered = covered.or(here);
        result.add(path(way.getKey(), way.getValue(), here));
      }
    }
    return result;
  }

  private static int length(Judgement judgement) {
    return judgement.arrival().address().trail().length();
  }

  private Path path(List<Trail.Step> steps, List<Judgement> judgements, WorldSet worlds) {
    TreeSet<String> labels = new TreeSet<>();
    judgements.forEach(each -> labels.add(SpaceLabel.of(universe, each.arrival().address().tag())));
    List<PathStep> result = new ArrayList<>();
    for (Trail.Step step : steps) {
      String space =
          labels.stream()
              .map(label -> step.unit().replace("%s", label))
              .reduce((a, b) -> a + " or " + b)
              .orElse("");
      PathStep next =
          new PathStep(step.at(), step.kind(), step.message(), space, excerpts.apply(step.at()));
      result.add(next);
    }
    return new Path(result, new PlatformFold(universe).ids(worlds));
  }

  /** {@return the driver class, for rules that word by it} */
  public Optional<String> driver() {
    return drivers().stream().findFirst();
  }
}
