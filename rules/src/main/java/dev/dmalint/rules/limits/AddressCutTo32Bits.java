package dev.dmalint.rules.limits;

import static dev.dmalint.findings.Severity.ERROR;

import com.google.auto.service.AutoService;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.analyzer.space.Mismatch;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.rules.RulePage;
import java.util.stream.Stream;

/** An address is cast, masked or stored so that high bits it may need never reach its reader. */
@AutoService(Rule.class)
public final class AddressCutTo32Bits implements Rule {
  /** Numeric Truncation Error. */
  private static final int NUMERIC_TRUNCATION = 197;

  private static final RuleInfo INFO =
      RuleInfo.named("address-cut-to-32-bits", ERROR)
          .mistake("E12")
          .since("0.1")
          .summary("High bits of an address are cut off before it reaches its reader")
          .source("xnu: iokit/Kernel/IODMACommand.cpp, OutputHost32 and numAddressBits")
          .tags("limits", "truncation")
          .cwe(NUMERIC_TRUNCATION)
          .page(RulePage.of(AddressCutTo32Bits.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.cuts().map(AddressCutTo32Bits::finding);
  }

  private static Finding finding(Mismatch cut) {
    return cut.finding(
        INFO,
        "Address of up to %d bits reaches '%s' of the %s with its low %d bits only"
            .formatted(cut.neededBits(), cut.field(), cut.device(), cut.keptBits()));
  }
}
