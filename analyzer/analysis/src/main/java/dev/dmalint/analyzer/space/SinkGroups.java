package dev.dmalint.analyzer.space;

import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the sinks of one line apart: two arrivals are at one sink if they are at one register or
 * field, or if they came the very same way, as in a loop that fills one register after the other.
 */
final class SinkGroups {
  private final List<Judgement> members = new ArrayList<>();
  private final Set<Object> keys = new HashSet<>();

  private SinkGroups() {}

  /** {@return the arrivals of one source at one line, those of one sink together} */
  static List<List<Judgement>> of(List<Judgement> here) {
    List<SinkGroups> groups = new ArrayList<>();
    for (Judgement judgement : here) {
      SinkGroups group = new SinkGroups();
      group.add(judgement);
      for (SinkGroups other : List.copyOf(groups)) {
        if (other.keys.stream().anyMatch(group.keys::contains)) {
          group.members.addAll(0, other.members);
          group.keys.addAll(other.keys);
          groups.remove(other);
        }
      }
      groups.add(group);
    }
    return groups.stream().map(group -> List.copyOf(group.members)).toList();
  }

  private void add(Judgement judgement) {
    members.add(judgement);
    keys.add(judgement.arrival().site().register());
    List<SourceSpan> way =
        judgement.arrival().address().trail().steps().stream().map(Trail.Step::at).toList();
    keys.add(way);
  }
}
