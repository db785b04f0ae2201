package dev.dmalint.conventions.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.findings.Confidence;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.Severity;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The test of the sample drivers fails where it has to. */
final class ExpectationsTest {
  private static final String WANT = "// want some-rule \"reaches\" breaks=P1,P2\nsink();\n";
  private static final String SOURCE = "// source some-rule\nsource();\n";

  @Test
  void nothingIsSaidWhereAllIsAsMarked() {
    assertThat(disagreements(WANT + SOURCE, finding(2, 4, "P2", "P1"))).isEmpty();
  }

  @Test
  void aFindingThatNoMarkClaimsFails() {
    assertThat(disagreements("sink();\n", finding(1, 1, "P1")))
        .singleElement()
        .asString()
        .contains("no mark claims it");
  }

  @Test
  void aMarkThatIsNotMetFails() {
    assertThat(disagreements(WANT)).singleElement().asString().contains("not met");
  }

  @Test
  void otherPlatformsAreAnotherFinding() {
    assertThat(disagreements(WANT, finding(2, 2, "P1")))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("not met").contains("breaks=P1"))
        .anySatisfy(line -> assertThat(line).contains("no mark claims it"));
  }

  @Test
  void twoFindingsNeedTwoMarks() {
    assertThat(disagreements(WANT + SOURCE, finding(2, 4, "P1", "P2"), finding(2, 4, "P1", "P2")))
        .singleElement()
        .asString()
        .contains("no mark claims it");
  }

  @Test
  void whatIsFoundIsNotMissed() {
    assertThat(disagreements("// missed some-rule\nsink();\n", finding(2, 2, "P1")))
        .anySatisfy(line -> assertThat(line).contains("no longer missed"));
  }

  @Test
  void whatIsNotFoundIsNotSpurious() {
    assertThat(disagreements("// spurious some-rule\nsink();\n"))
        .singleElement()
        .asString()
        .contains("no longer spurious");
  }

  @Test
  void aWantedFindingStartsAtASource() {
    assertThat(disagreements(WANT, finding(2, 9, "P1", "P2")))
        .singleElement()
        .asString()
        .contains("its path starts at Driver.java:9");
    assertThat(disagreements(SOURCE)).singleElement().asString().contains("starts here");
  }

  @Test
  void aMarkSpeaksOfTheNextLineThatIsNoComment() {
    assertThat(MarkReader.read("Driver.java", "// want a-rule\n// why\n\nsink();\n"))
        .singleElement()
        .extracting(Mark::line)
        .isEqualTo(4);
  }

  @Test
  void whatStartsLikeAMarkAndIsNoneFails() {
    List.of(
            "// want\nx();",
            "// Want some-rule\nx();",
            "//want some-rule\nx();",
            "x(); // want some-rule\ny();",
            "// want some-rule \"open\nx();",
            "// want some-rule breaks=\nx();",
            "// want some-rule breaks=P1,P1\nx();",
            "// want some-rule on=P1\nx();",
            "// source some-rule breaks=P1\nx();",
            "// want some-rule\n")
        .forEach(
            text ->
                assertThatThrownBy(() -> MarkReader.read("Driver.java", text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Driver.java:1: not a mark"));
  }

  private static List<String> disagreements(String text, Finding... findings) {
    return new Expectations(MarkReader.read("Driver.java", text)).disagreements(List.of(findings));
  }

  private static Finding finding(int line, int source, String... breaks) {
    PathStep step = new PathStep(at(source), PathStep.Kind.SOURCE, "made", "CPA", "");
    return new Finding(
        "some-rule",
        Optional.of("E01"),
        List.of(),
        Severity.ERROR,
        Confidence.HIGH,
        at(line),
        "an address reaches a register",
        Platforms.of(List.of(breaks), List.of(), List.of(), List.of()),
        List.of(new dev.dmalint.findings.Path(List.of(step), List.of(breaks))),
        List.of(),
        List.of(),
        "00");
  }

  private static SourceSpan at(int line) {
    return new SourceSpan("Driver.java", line, 1, line, 2);
  }
}
