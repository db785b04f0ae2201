package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atoms;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.space.Arrival;
import dev.dmalint.analyzer.space.Judgement;
import dev.dmalint.analyzer.space.MapperIdentity;
import dev.dmalint.analyzer.space.Site;
import dev.dmalint.analyzer.space.Tag;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Classification;
import dev.dmalint.models.Consumer;
import dev.dmalint.models.Consumer.Kind;
import dev.dmalint.models.Consumer.MapperDemand;
import dev.dmalint.models.Consumer.Reading;
import dev.dmalint.models.Place;
import dev.dmalint.models.Universe;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds each arrival against what its consumer reads in each world. */
final class Judge {
  private final Unit unit;
  private final Universe universe;
  private final String driver;
  private final List<Arrival> arrivals;

  Judge(Unit unit, String driver, List<Arrival> arrivals) {
    this.unit = unit;
    this.universe = unit.setting().universe();
    this.driver = driver;
    this.arrivals = arrivals;
  }

  /** {@return one judgement an arrival and mistake} */
  List<Judgement> judgements() {
    List<Judgement> result = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      universe
          .consumer(arrival.site().consumer())
          .ifPresent(consumer -> judge(arrival, consumer, result));
    }
    return result;
  }

  private void judge(Arrival arrival, Consumer consumer, List<Judgement> result) {
    Map<String, Verdict> wrong = new TreeMap<>();
    WorldSet left = universe.all();
    WorldSet absent = WorldSet.NONE;
    WorldSet unclaimed = WorldSet.NONE;
    WorldSet right = WorldSet.NONE;
    for (Reading reading : consumer.reads()) {
      WorldSet here = left.and(holds(reading, left, arrival));
      left = left.minus(here);
      if (reading.kind() == Kind.ABSENT) {
        absent = absent.or(here);
      } else if (reading.kind() == Kind.UNCLAIMED) {
        unclaimed = unclaimed.or(here);
      } else {
        Match match = match(arrival, reading);
        WorldSet met = here.and(arrival.worlds());
        right = right.or(match == Match.RIGHT ? met : WorldSet.NONE);
        unclaimed = unclaimed.or(match == Match.OPEN ? met : WorldSet.NONE);
        if (match == Match.WRONG && !met.isEmpty()) {
          String mistake = mistake(reading.as(), arrival.address().tag().origin());
          wrong.merge(mistake, new Verdict(met, reading.as()), Verdict::or);
        }
      }
    }
    WorldSet cut = cut(arrival, absent.or(unclaimed));
    String cutMistake =
        universe.classifications().isEmpty() ? "" : mistake(consumer.id(), Judgement.CUT);
    if (wrong.isEmpty()) {
      wrong.put("", new Verdict(WorldSet.NONE, consumer.id()));
    }
    for (Map.Entry<String, Verdict> each : wrong.entrySet()) {
      result.add(
          new Judgement(
              arrival,
              each.getKey(),
              name(each.getValue().as()),
              each.getValue().worlds(),
              cut,
              cutMistake,
              right,
              unclaimed,
              absent,
              driver));
    }
  }

  private String name(String consumer) {
    return universe.consumer(consumer).map(Consumer::name).orElse(consumer);
  }

  private WorldSet holds(Reading reading, WorldSet worlds, Arrival arrival) {
    SourceSpan at = arrival.site().at();
    Evaluator evaluator =
        new Evaluator(universe, unit.hierarchy(), place -> place(place, arrival), at);
    return Operators.mayBeTrue(evaluator.value(reading.when(), worlds));
  }

  /** Places in a reading's condition are attributes of the device, as the driver left them. */
  private Value place(Place place, Arrival arrival) {
    return unit.deviceFact(arrival.site().device(), place)
        .orElse(Value.of(Atoms.ANYTHING, universe.all()));
  }

  private static Match match(Arrival arrival, Reading reading) {
    Tag tag = arrival.address().tag();
    if (!tag.space().equals(reading.space())) {
      return Match.WRONG;
    }
    if (reading.mapper() == MapperDemand.NONE) {
      return Match.RIGHT;
    }
    if (tag.mapper().equals(MapperIdentity.UNKNOWN)) {
      return Match.OPEN;
    }
    if (reading.mapper() == MapperDemand.SYSTEM) {
      return tag.mapper().equals(MapperIdentity.SYSTEM) ? Match.RIGHT : Match.WRONG;
    }
    if (tag.mapper() instanceof MapperIdentity.Of of) {
      boolean own = arrival.site().device().equals(Optional.of(of.device()));
      return own ? Match.RIGHT : Match.OPEN;
    }
    return Match.WRONG;
  }

  private String mistake(String consumer, String origin) {
    if (universe.classifications().isEmpty()) {
      return Judgement.GENERIC;
    }
    for (Classification row : universe.classifications()) {
      boolean here = row.consumers().isEmpty() || row.consumers().contains(consumer);
      if (here && (row.origins().isEmpty() || row.origins().contains(origin))) {
        return row.mistake();
      }
    }
    return "";
  }

  /** The worlds in which high bits are lost: neither kept here nor handed over elsewhere. */
  private WorldSet cut(Arrival arrival, WorldSet excluded) {
    Tag tag = arrival.address().tag();
    if (!tag.isCut() || tag.isHighPart()) {
      return WorldSet.NONE;
    }
    WorldSet lost = arrival.worlds().minus(excluded);
    for (Arrival other : arrivals) {
      Tag its = other.address().tag();
      boolean completes =
          its.isHighPart()
              && its.low() <= tag.high()
              && its.sameAddress(tag)
              && other.site().device().equals(arrival.site().device())
              && mayBePair(other.site(), arrival.site());
      if (completes) {
        lost = lost.minus(other.worlds());
      }
    }
    return lost;
  }

  /** Registers of which the database knows the pairs complete only their own. */
  private static boolean mayBePair(Site high, Site low) {
    boolean known = high.field().width() > 0 && low.field().width() > 0;
    return !known || high.register().equals(low.register());
  }

  private enum Match {
    RIGHT,
    WRONG,
    OPEN
  }

  private record Verdict(WorldSet worlds, String as) {
    Verdict or(Verdict other) {
      return new Verdict(worlds.or(other.worlds), as);
    }
  }
}
