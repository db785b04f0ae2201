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

/** The address at which a DriverKit driver sees its buffer is handed to a device. */
@AutoService(Rule.class)
public final class ProcessAddressToDevice implements Rule {
  private static final String MISTAKE = "E32";
  private static final RuleInfo INFO =
      RuleInfo.named("process-address-to-device", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary("CPU-virtual address of a DriverKit process handed to a device")
          .source("xnu: iokit/Kernel/IOUserServer.cpp, GetAddressRange and PrepareForDMA")
          .tags("driverkit", "translation")
          .page(RulePage.of(ProcessAddressToDevice.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(ProcessAddressToDevice::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "CPU-virtual address of the driver's own process reaches '%s' of the %s"
            .formatted(wrong.field(), wrong.device()));
  }
}
