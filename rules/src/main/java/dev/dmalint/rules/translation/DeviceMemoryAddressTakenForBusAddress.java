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
 * What a BAR's descriptor answers with, an I/O address under a mapper, is used as the BAR's own.
 */
@AutoService(Rule.class)
public final class DeviceMemoryAddressTakenForBusAddress implements Rule {
  private static final String MISTAKE = "E23";
  private static final RuleInfo INFO =
      RuleInfo.named("device-memory-address-taken-for-bus-address", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary("Address that a BAR's descriptor answers with, used as if it were the BAR's own")
          .source(
              "xnu: iokit/Kernel/IODeviceMemory.cpp; iokit/Kernel/IOMemoryDescriptor.cpp,"
                  + " getPhysicalSegment")
          .tags("device-memory", "translation")
          .page(RulePage.of(DeviceMemoryAddressTakenForBusAddress.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(DeviceMemoryAddressTakenForBusAddress::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "Address that was asked of a BAR reaches '%s' of the %s, which reads another space"
            .formatted(wrong.field(), wrong.device()));
  }
}
