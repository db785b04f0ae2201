package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.analyzer.space.Arrival;
import dev.dmalint.analyzer.space.FailedUse;
import dev.dmalint.analyzer.space.Failure;
import dev.dmalint.analyzer.space.Site;
import dev.dmalint.analyzer.space.Tag;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that is met on the way, each thing once with all its worlds. */
final class Recorder {
  private final Map<ArrivalKey, Arrival> arrivals = new LinkedHashMap<>();
  private final Map<StoreKey, MemoryStore> stores = new LinkedHashMap<>();
  private final Map<UseKey, WorldSet> uses = new LinkedHashMap<>();
  private final List<LaterCall> later = new ArrayList<>();
  private final Set<Gap> gaps = new LinkedHashSet<>();
  private final Set<Method> visited = new HashSet<>();
  private final Map<String, Integer> unknownCalls = new TreeMap<>();

  void arrive(Site site, Address address, WorldSet worlds) {
    if (worlds.isEmpty()) {
      return;
    }
    arrivals.merge(
        new ArrivalKey(site, address.tag()),
        new Arrival(site, address, worlds),
        (a, b) ->
            new Arrival(
                site, (Address) a.address().preferred(b.address()), a.worlds().or(b.worlds())));
  }

  void store(
      Region region, Whole offset, int width, Address address, WorldSet worlds, SourceSpan at) {
    stores.merge(
        new StoreKey(region, offset, address.tag(), at),
        new MemoryStore(region, offset, width, address, worlds, at),
        (a, b) ->
            new MemoryStore(
                region,
                offset,
                width,
                (Address) a.address().preferred(b.address()),
                a.worlds().or(b.worlds()),
                at));
  }

  void use(Failure failure, SourceSpan at, FailedUse.Kind kind, WorldSet worlds) {
    uses.merge(new UseKey(failure, at, kind), worlds, WorldSet::or);
  }

  void later(LaterCall call) {
    later.add(call);
  }

  void gap(Gap.Kind kind, SourceSpan at, String message) {
    gaps.add(new Gap(kind, at.file(), at.line(), message));
  }

  void visit(Method method) {
    visited.add(method);
  }

  void unknownCall(String name) {
    unknownCalls.merge(name, 1, Integer::sum);
  }

  Collection<Arrival> arrivals() {
    return List.copyOf(arrivals.values());
  }

  Collection<MemoryStore> stores() {
    return List.copyOf(stores.values());
  }

  /**
   * {@return the uses of failed constructions of that kind, for one driver}
   *
   * <p>A driver refuses where it first finds the object missing; what it tests on its way out, to
   * clean up, refuses nothing.
   */
  List<FailedUse> uses(String driver, FailedUse.Kind kind, WorldSet within) {
    Set<Failure> refused = new HashSet<>();
    List<FailedUse> result = new ArrayList<>();
    uses.forEach(
        (key, worlds) -> {
          WorldSet left = worlds.and(within);
          boolean wanted = key.kind() == kind && !left.isEmpty();
          if (wanted && (kind != FailedUse.Kind.REFUSAL || refused.add(key.failure()))) {
            result.add(new FailedUse(key.failure(), key.at(), kind, left, driver));
          }
        });
    return result;
  }

  /** {@return the functions handed over since {@code first}} */
  List<LaterCall> later(int first) {
    return List.copyOf(later.subList(first, later.size()));
  }

  Set<Gap> gaps() {
    return gaps;
  }

  Set<Method> visited() {
    return visited;
  }

  Map<String, Integer> unknownCalls() {
    return unknownCalls;
  }

  private record ArrivalKey(Site site, Tag tag) {}

  private record StoreKey(Region region, Whole offset, Tag tag, SourceSpan at) {}

  private record UseKey(Failure failure, SourceSpan at, FailedUse.Kind kind) {}
}
