package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.findings.SourceSpan;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void theUnderlineStandsBelowTheSpan() {
    assertThat(drawn("int x = «start» + 1;", 80))
        .isEqualTo(
            """
            int x = start + 1;
                    ^^^^^\
            """);
  }

  @Test
  void indentationIsLeftOut() {
    assertThat(drawn(" \t  return «x»;", 80))
        .isEqualTo(
            """
            return x;
                   ^\
            """);
  }

  @Test
  void indentationStaysWhereTheSpanPointsIntoIt() {
    assertThat(drawn("  «  »x", 80))
        .isEqualTo(
            """
              x
            ^^\
            """);
  }

  @Test
  void tabsInsideALineKeepTheUnderlineInPlace() {
    assertThat(drawn("ab\tc\t«d»\te", 80))
        .isEqualTo(
            """
            ab  c   d   e
                    ^\
            """);
  }

  @Test
  void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
    assertThat(drawn("\u4e2d\u6587 e\u0301 «\ud83d\ude00x» y", 80))
        .isEqualTo("\u4e2d\u6587 e\u0301 \ud83d\ude00x y\n" + " ".repeat(7) + "^^^");
  }

  @Test
  void aMarkIsUnderlinedWhole() {
    assertThat(drawn("a «\u202e» b", 80))
        .isEqualTo(
            """
            a <U+202E> b
              ^^^^^^^^\
            """);
  }

  @Test
  void anEmptySpanStillGetsACaret() {
    assertThat(drawn("ab«»cd", 80))
        .isEqualTo(
            """
            abcd
              ^\
            """);
    assertThat(drawn("ab«»", 80))
        .isEqualTo(
            """
            ab
              ^\
            """);
  }

  @Test
  void aSpanOfSeveralLinesCoversTheRestOfItsFirst() {
    Excerpt excerpt = Excerpt.of("call(one,", new SourceSpan("A.java", 3, 6, 5, 2), 80);
    assertThat(drawn(excerpt))
        .isEqualTo(
            """
            call(one,
                 ^^^^\
            """);
  }

  @Test
  void aSpanBehindTheLinePointsAtItsEnd() {
    Excerpt excerpt = Excerpt.of("ab", new SourceSpan("A.java", 3, 900, 3, 905), 80);
    assertThat(drawn(excerpt))
        .isEqualTo(
            """
            ab
              ^\
            """);
  }

  @Test
  void aLongLineIsCutAroundTheSpan() {
    assertThat(drawn("0123456789".repeat(9) + "«span»" + "0123456789".repeat(9), 40))
        .isEqualTo(
            """
            ...34567890123456789span0123456789012...
                                ^^^^\
            """);
  }

  @Test
  void aLongLineIsShownFromItsStartWhereTheSpanIsThere() {
    assertThat(drawn("int «x» = " + "1 + ".repeat(99), 40))
        .isEqualTo(
            """
            int x = 1 + 1 + 1 + 1 + 1 + 1 + 1 ...
                ^\
            """);
  }

  @Test
  void whateverTheLineItFitsAndTheUnderlineStaysInside() {
    Random random = new Random(11);
    String pieces = "ab \t\u4e2d\u0301\u202e\u200b(;";
    for (int round = 0; round < 3000; round++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(300); length > 0; length--) {
        line.append(
            random.nextInt(9) == 0
                ? "\ud83d\ude00"
                : pieces.charAt(random.nextInt(pieces.length())));
      }
      int column = random.nextInt(320) + 1;
      SourceSpan span = new SourceSpan("A.java", 1, column, 1, column + random.nextInt(200));
      int columns = 40 + random.nextInt(60);
      Excerpt excerpt = Excerpt.of(line.toString(), span, columns);
      assertThat(DisplayWidth.of(excerpt.code())).isLessThanOrEqualTo(columns);
      assertThat(SafeText.of(excerpt.code())).isEqualTo(excerpt.code());
      assertThat(excerpt.from()).isBetween(0, columns);
      assertThat(excerpt.to()).isBetween(excerpt.from() + 1, columns + 1);
    }
  }

  @Test
  void aLineOfTenMillionCharactersIsLookedAtNearTheSpanOnly() {
    String line = "x".repeat(10_000_000);
    for (int round = 0; round < 2000; round++) {
      int column = 4_000_000 + round;
      Excerpt excerpt = Excerpt.of(line, new SourceSpan("A.java", 1, column, 1, column + 5), 80);
      assertThat(excerpt.to() - excerpt.from()).isEqualTo(5);
    }
  }

  private static String drawn(String marked, int columns) {
    int from = marked.indexOf('«') + 1;
    int to = marked.indexOf('»');
    String line = marked.replace("«", "").replace("»", "");
    return drawn(Excerpt.of(line, new SourceSpan("A.java", 1, from, 1, to), columns));
  }

  private static String drawn(Excerpt excerpt) {
    return excerpt.code()
        + "\n"
        + " ".repeat(excerpt.from())
        + "^".repeat(excerpt.to() - excerpt.from());
  }
}
