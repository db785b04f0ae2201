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

/** An I/O address is handed to a virtio device that is legacy, or has bit 33 off. */
@AutoService(Rule.class)
public final class MappedAddressToLegacyVirtio implements Rule {
  private static final String MISTAKE = "E29";
  private static final RuleInfo INFO =
      RuleInfo.named("mapped-address-to-legacy-virtio", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary("I/O address handed to a virtio device that goes past the IOMMU")
          .source("virtio 1.2: 6 Reserved Feature Bits, VIRTIO_F_ACCESS_PLATFORM")
          .tags("iommu", "translation", "virtio")
          .page(RulePage.of(MappedAddressToLegacyVirtio.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(MappedAddressToLegacyVirtio::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "I/O address reaches '%s' of the %s, which goes past the IOMMU"
            .formatted(wrong.field(), wrong.device()));
  }
}
