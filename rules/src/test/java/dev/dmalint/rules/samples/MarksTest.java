package dev.dmalint.rules.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.findings.Confidence;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.Severity;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.rules.samples.Mark.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MarksTest {
  private static final String FILE = "a/Nic.java";

  @Test
  void aMarkIsAboutTheNextLineOfCode() {
    Marks marks =
        marks("// want bad-thing \"the part\" breaks=P1,P2 replay=confirmed", "// why", "");

    Mark mark = marks.of(Kind.WANT).get(0);

    assertThat(mark.line()).isEqualTo(4);
    assertThat(mark.rule()).isEqualTo("bad-thing");
    assertThat(mark.message()).contains("the part");
    assertThat(mark.breaks()).contains(List.of("P1", "P2"));
    assertThat(mark.replay()).contains("confirmed");
  }

  @Test
  void aMarkGoesOnInTheNextLinesOfItsComment() {
    Mark mark = marks("// want bad-thing", "// \"the part\"", "// breaks=P1").of(Kind.WANT).get(0);

    assertThat(mark.message()).contains("the part");
    assertThat(mark.breaks()).contains(List.of("P1"));
    assertThat(mark.line()).isEqualTo(4);
  }

  @Test
  void whatStartsLikeAMarkAndIsNoneIsAnError() {
    for (String comment :
        List.of(
            "// want",
            "// want Bad-Thing",
            "// want bad-thing \"unclosed",
            "// want bad-thing since=1",
            "// want bad-thing breaks=P1 breaks=P2",
            "// want bad-thing severity=fatal",
            "// want bad-thing replay=maybe",
            "// Want bad-thing",
            "// source bad-thing \"words\"",
            "// missed it by a mile!",
            "int beside = 1; // want bad-thing")) {
      assertThatThrownBy(() -> marks(comment))
          .as(comment)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a/Nic.java:1: not a mark");
    }
    assertThatThrownBy(() -> Marks.in(FILE, "// want bad-thing\n"))
        .hasMessageContaining("no line follows");
  }

  @Test
  void otherCommentsAreNoMarks() {
    assertThat(marks("// The device wants this.", "// wanted: nothing").all()).isEmpty();
  }

  @Test
  void aWantedFindingAtItsMarksAgrees() {
    Marks marks =
        Marks.in(FILE, "// source bad-thing\none();\n// want bad-thing \"arrives\"\ntwo();\n");

    assertThat(marks.disagreements(List.of(found("bad-thing", 2, 4)))).isEmpty();
  }

  @Test
  void anUnmetWantDisagrees() {
    Marks marks = marks("// want bad-thing");

    assertThat(marks.disagreements(List.of()))
        .singleElement()
        .asString()
        .contains("a/Nic.java:2: want bad-thing", "got no finding");
  }

  @Test
  void aWantThatSaysSomethingElseDisagreesOnBothSides() {
    Finding finding = found("bad-thing", 2, 2);

    for (String claim : List.of("\"vanishes\"", "breaks=P1", "severity=note")) {
      assertThat(
              marks("// source bad-thing", "// want bad-thing " + claim)
                  .disagreements(List.of(found("bad-thing", 3, 3))))
          .as(claim)
          .anyMatch(line -> line.contains("got a/Nic.java:3"))
          .anyMatch(line -> line.startsWith("unmarked:"));
    }
    assertThat(marks("// source bad-thing").disagreements(List.of(finding))).hasSize(2);
  }

  @Test
  void anUnmarkedFindingDisagrees() {
    assertThat(marks("// nothing").disagreements(List.of(found("bad-thing", 2, 2))))
        .singleElement()
        .asString()
        .startsWith("unmarked: a/Nic.java:2");
  }

  @Test
  void aSecondFindingOnALineNeedsASecondMark() {
    Finding finding = found("bad-thing", 3, 3);

    assertThat(
            marks("// source bad-thing", "// want bad-thing")
                .disagreements(List.of(finding, finding)))
        .singleElement()
        .asString()
        .startsWith("unmarked:");
  }

  @Test
  void aFindingThatStartsElsewhereDisagrees() {
    Marks marks = Marks.in(FILE, "// source bad-thing\none();\n// want bad-thing\ntwo();\n");

    assertThat(marks.disagreements(List.of(found("bad-thing", 9, 4))))
        .anyMatch(line -> line.startsWith("unmarked source:"))
        .anyMatch(line -> line.contains("no wanted finding starts here"));
  }

  @Test
  void missedAndSpuriousDisagreeOnceTheyAreNoLongerTrue() {
    Finding finding = found("bad-thing", 2, 2);

    assertThat(marks("// missed bad-thing").disagreements(List.of())).isEmpty();
    assertThat(marks("// missed bad-thing").disagreements(List.of(finding)))
        .singleElement()
        .asString()
        .contains("no longer missed");
    assertThat(marks("// spurious bad-thing").disagreements(List.of(finding))).isEmpty();
    assertThat(marks("// spurious bad-thing").disagreements(List.of()))
        .singleElement()
        .asString()
        .contains("no longer spurious");
  }

  @Test
  void findingsInOtherFilesDoNotCount() {
    assertThat(Marks.in("b/Other.java", "").disagreements(List.of(found("bad-thing", 2, 2))))
        .isEmpty();
  }

  /** A file of those comments and one line of code. */
  private static Marks marks(String... comments) {
    return Marks.in(FILE, String.join("\n", comments) + "\ncode();\n");
  }

  private static Finding found(String rule, int source, int sink) {
    PathStep made = new PathStep(at(source), PathStep.Kind.SOURCE, "made", "CPA", "");
    PathStep read = new PathStep(at(sink), PathStep.Kind.SINK, "read", "CPA", "");
    return new Finding(
        rule,
        Optional.empty(),
        List.of(),
        Severity.ERROR,
        Confidence.HIGH,
        at(sink),
        "it arrives",
        Platforms.of(List.of("P1", "P2"), List.of(), List.of(), List.of()),
        List.of(new Path(List.of(made, read), List.of("P1", "P2"))),
        List.of(),
        List.of(),
        "00");
  }

  private static SourceSpan at(int line) {
    return new SourceSpan(FILE, line, 5, line, 9);
  }
}
