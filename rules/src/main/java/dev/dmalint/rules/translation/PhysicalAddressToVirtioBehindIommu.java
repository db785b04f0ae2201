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

/** A CPU-physical address is handed to a virtio device whose bit 33 was accepted. */
@AutoService(Rule.class)
public final class PhysicalAddressToVirtioBehindIommu implements Rule {
  private static final String MISTAKE = "E30";
  private static final RuleInfo INFO =
      RuleInfo.named("physical-address-to-virtio-behind-iommu", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary("CPU-physical address handed to a virtio device that is behind the IOMMU")
          .source("virtio 1.2: 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM")
          .tags("iommu", "translation", "virtio")
          .page(RulePage.of(PhysicalAddressToVirtioBehindIommu.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(PhysicalAddressToVirtioBehindIommu::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "CPU-physical address reaches '%s' of the %s, which agreed to be behind the IOMMU"
            .formatted(wrong.field(), wrong.device()));
  }
}
