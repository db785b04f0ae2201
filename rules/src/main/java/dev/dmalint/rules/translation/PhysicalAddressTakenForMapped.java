package dev.dmalint.rules.translation;

import static dev.dmalint.findings.Severity.ERROR;

import com.google.auto.service.AutoService;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.analyzer.space.Mismatch;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.rules.RulePage;
import java.util.stream.Stream;

/**
 * A CPU-physical address is described in a way that makes the kernel take it for an I/O address.
 */
@AutoService(Rule.class)
public final class PhysicalAddressTakenForMapped implements Rule {
  private static final String MISTAKE = "E22";
  private static final RuleInfo INFO =
      RuleInfo.named("physical-address-taken-for-mapped", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary(
              "CPU-physical address described without kIOMemoryMapperNone, which makes it an I/O"
                  + " address")
          .source("xnu: iokit/Kernel/IOMemoryDescriptor.cpp, getPhysicalSegment for physical types")
          .tags("cpu", "translation")
          .page(RulePage.of(PhysicalAddressTakenForMapped.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(PhysicalAddressTakenForMapped::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "CPU-physical address reaches '%s' of the %s, which takes it for an I/O address"
            .formatted(wrong.field(), wrong.device()));
  }
}
