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

/** An I/O address is used where the CPU, or the IOMMU itself, counts in physical addresses. */
@AutoService(Rule.class)
public final class MappedAddressToCpuSideConsumer implements Rule {
  private static final String MISTAKE = "E24";
  private static final RuleInfo INFO =
      RuleInfo.named("mapped-address-to-cpu-side-consumer", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary(
              "I/O address used where the CPU or the IOMMU itself counts in physical addresses")
          .source("xnu: iokit/Kernel/IOMemoryDescriptor.cpp, getPhysicalSegment")
          .tags("cpu", "translation")
          .page(RulePage.of(MappedAddressToCpuSideConsumer.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(MappedAddressToCpuSideConsumer::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "I/O address reaches '%s' of the %s, for which that mapper does not translate"
            .formatted(wrong.field(), wrong.device()));
  }
}
