package dev.dmalint.analyzer;

import dev.dmalint.findings.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells apart findings whose lines read the same: the second and later ones get a number. */
final class Ordinals {
  private Ordinals() {}

  static List<Finding> numbered(List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> result = new ArrayList<>();
    for (Finding finding : findings.stream().sorted().toList()) {
      int count = seen.merge(finding.fingerprint(), 1, Integer::sum);
      result.add(count == 1 ? finding : with(finding, finding.fingerprint() + "-" + count));
    }
    return result;
  }

  private static Finding with(Finding finding, String fingerprint) {
    return new Finding(
        finding.rule(),
        finding.mistake(),
        finding.also(),
        finding.severity(),
        finding.confidence(),
        finding.at(),
        finding.message(),
        finding.platforms(),
        finding.paths(),
        finding.drivers(),
        finding.assumptions(),
        fingerprint);
  }
}
