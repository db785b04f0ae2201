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

/** An I/O address is handed to a reader that goes past every mapper. */
@AutoService(Rule.class)
public final class MappedAddressToPhysicalConsumer implements Rule {
  private static final String MISTAKE = "E03";
  private static final RuleInfo INFO =
      RuleInfo.named("mapped-address-to-physical-consumer", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary(
              "I/O address handed to a hypervisor, a firmware or a table that no mapper translates"
                  + " for")
          .source("xnu: iokit/Kernel/IOMemoryDescriptor.cpp, getPhysicalSegment")
          .tags("firmware", "hypervisor", "translation")
          .page(RulePage.of(MappedAddressToPhysicalConsumer.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(MappedAddressToPhysicalConsumer::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "I/O address is read as CPU-physical in '%s' of the %s"
            .formatted(wrong.field(), wrong.device()));
  }
}
