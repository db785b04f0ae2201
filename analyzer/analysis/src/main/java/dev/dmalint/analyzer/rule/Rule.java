package dev.dmalint.analyzer.rule;

import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.RuleInfo;
import java.util.stream.Stream;

/** Finds one fault. */
public interface Rule {
  /** {@return what there is to know of it without running it, its page included} */
  RuleInfo info();

  /** {@return what {@code facts} hold of this fault, in any order} */
  Stream<Finding> check(Facts facts);
}
