package dev.dmalint.analyzer.space;

import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Universe;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What rules read: every arrival with its judgement, and every failed construction that is used.
 */
public final class Facts {
  private final Universe universe;
  private final List<Judgement> judgements;
  private final List<FailedUse> failedUses;
  private final Function<SourceSpan, String> excerpts;

  /**
   * @param excerpts the source line at a place
   */
  public Facts(
      Universe universe,
      List<Judgement> judgements,
      List<FailedUse> failedUses,
      Function<SourceSpan, String> excerpts) {
    this.universe = universe;
    this.judgements = List.copyOf(judgements);
    this.failedUses = List.copyOf(failedUses);
    this.excerpts = excerpts;
  }

  /** {@return the universe the facts hold in} */
  public Universe universe() {
    return universe;
  }

  /**
   * {@return the arrivals in a wrong space that are that mistake, those of one source at one sink
   * together}
   *
   * @param mistake number of the mistake
   */
  public Stream<Mismatch> mismatches(String mistake) {
    return grouped(judgement -> judgement.mistake().equals(mistake), Judgement::wrong);
  }

  /**
   * {@return the arrivals whose high bits are lost, grouped likewise, in the worlds in which the
   * space is right: where it is wrong, that names the finding}
   */
  public Stream<Mismatch> cuts() {
    return grouped(
        judgement -> !judgement.cut().minus(judgement.wrong()).isEmpty(),
        judgement -> judgement.cut().minus(judgement.wrong()));
  }

  /** {@return the constructions of that mistake that fail and are used all the same} */
  public Stream<FailedConstruction> failures(String mistake) {
    Map<Object, List<FailedUse>> groups = new LinkedHashMap<>();
    for (FailedUse use : failedUses) {
      if (use.failure().mistake().equals(mistake)) {
        groups.computeIfAbsent(List.of(use.failure(), use.at()), key -> new ArrayList<>()).add(use);
      }
    }
    return groups.values().stream().map(uses -> new FailedConstruction(universe, uses, excerpts));
  }

  private Stream<Mismatch> grouped(
      Predicate<Judgement> kind, Function<Judgement, WorldSet> broken) {
    Map<Object, List<Judgement>> places = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      if (kind.test(judgement) && !isOtherHalf(judgement, kind)) {
        places.computeIfAbsent(place(judgement), key -> new ArrayList<>()).add(judgement);
      }
    }
    return places.values().stream()
        .flatMap(here -> SinkGroups.of(here).stream())
        .map(group -> new Mismatch(universe, group, judgements, broken, excerpts));
  }

  /** A high half says nothing of its own where the low half of the same address arrives too. */
  private boolean isOtherHalf(Judgement judgement, Predicate<Judgement> kind) {
    Tag tag = judgement.arrival().address().tag();
    return tag.isHighPart()
        && judgements.stream()
            .filter(kind)
            .filter(other -> other.mistake().equals(judgement.mistake()))
            .map(Judgement::arrival)
            .filter(other -> other.site().device().equals(judgement.arrival().site().device()))
            .map(other -> other.address().tag())
            .anyMatch(other -> !other.isHighPart() && other.sameAddress(tag));
  }

  /** {@return a key that is equal for all arrivals of one source at one line of the source text} */
  static Object place(Judgement judgement) {
    return List.of(judgement.arrival().address().tag().source(), judgement.arrival().site().at());
  }
}
