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

/** A CPU-physical address is handed to a device that a mapper may stand in front of. */
@AutoService(Rule.class)
public final class PhysicalAddressToDevice implements Rule {
  private static final String MISTAKE = "E01";
  private static final RuleInfo INFO =
      RuleInfo.named("physical-address-to-device", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary("CPU-physical address handed to a device that takes a bus address")
          .source("xnu: iokit/Kernel/IOMemoryDescriptor.cpp, getPhysicalSegment")
          .tags("iommu", "translation")
          .page(RulePage.of(PhysicalAddressToDevice.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(PhysicalAddressToDevice::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "CPU-physical address reaches '%s' of the %s, which takes a bus address"
            .formatted(wrong.field(), wrong.device()));
  }
}
