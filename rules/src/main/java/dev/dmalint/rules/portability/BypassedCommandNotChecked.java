package dev.dmalint.rules.portability;

import static dev.dmalint.findings.Severity.ERROR;

import com.google.auto.service.AutoService;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.analyzer.space.FailedConstruction;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.rules.RulePage;
import java.util.stream.Stream;

/**
 * A DMA command that a mapper refuses to be bypassed by is used, or missed, as if it were there.
 */
@AutoService(Rule.class)
public final class BypassedCommandNotChecked implements Rule {
  private static final String MISTAKE = "E02";

  /** NULL Pointer Dereference. */
  private static final int NULL_DEREFERENCE = 476;

  private static final RuleInfo INFO =
      RuleInfo.named("bypassed-command-not-checked", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary("Driver depends on a kBypassed command, which is not made where a mapper is")
          .source("xnu: iokit/Kernel/IODMACommand.cpp, setSpecification")
          .tags("mapper", "portability")
          .cwe(NULL_DEREFERENCE)
          .page(RulePage.of(BypassedCommandNotChecked.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.failures(MISTAKE).map(BypassedCommandNotChecked::finding);
  }

  private static Finding finding(FailedConstruction failed) {
    String outcome =
        failed.isDereferenced()
            ? "DMA command is used where it was not made: %s"
            : "Driver refuses to start where its DMA command was not made: %s";
    return failed.finding(INFO, outcome.formatted(failed.what()));
  }
}
