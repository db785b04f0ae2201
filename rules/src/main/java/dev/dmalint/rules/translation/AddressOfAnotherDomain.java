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

/** An address of the shared mapper, or of none, is handed to a device that has its own. */
@AutoService(Rule.class)
public final class AddressOfAnotherDomain implements Rule {
  private static final String MISTAKE = "E04";
  private static final RuleInfo INFO =
      RuleInfo.named("address-of-another-domain", ERROR)
          .mistake(MISTAKE)
          .since("0.1")
          .summary(
              "Address of the shared mapper, or of none, handed to a device that has its own"
                  + " mapper")
          .source(
              "xnu: iokit/Kernel/IODMACommand.cpp, setSpecification; iokit/Kernel/IOMapper.cpp,"
                  + " copyMapperForDevice")
          .tags("device-mapper", "iommu", "translation")
          .page(RulePage.of(AddressOfAnotherDomain.class));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<Finding> check(Facts facts) {
    return facts.mismatches(MISTAKE).map(AddressOfAnotherDomain::finding);
  }

  private static Finding finding(Mismatch wrong) {
    return wrong.finding(
        INFO,
        "Address that was not made with the mapper of the %2$s reaches its '%1$s'"
            .formatted(wrong.field(), wrong.device()));
  }
}
