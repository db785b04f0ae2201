package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PageTextTest {
  private final PageText page = new PageText(false, 44);

  @Test
  void aPageBecomesText() {
    String markdown =
        """
        ## What it finds
        An address of the **CPU** reaches a device,
        see [the manual](https://example.org/x) and `getPhysicalSegment`.

        - one *item* that is long enough to be wrapped
        - two
          goes on

        ```java
        long start = a * b; // *kept*

          deeper
        ```
        1. first

        | | |
        |---|:--|
        | breaks | P1, P2 and `P3`, where the mapper stands in front |
        | works, yes | P4 |
        """;
    assertThat(page.of(markdown))
        .isEqualTo(
            """
            What it finds

            An address of the CPU reaches a device, see
            the manual (https://example.org/x) and
            `getPhysicalSegment`.

            - one item that is long enough to be wrapped
            - two goes on

                long start = a * b; // *kept*

                  deeper

            1. first

            breaks      P1, P2 and `P3`, where the
                        mapper stands in front
            works, yes  P4

            """);
  }

  @Test
  void nothingInAPageReachesTheTerminalUnescaped() {
    assertThat(page.of("# a\u001b[31m\n\nb\u202e\n\n```\n\u0007\n```\n"))
        .contains("<U+001B>[31m", "<U+202E>", "<U+0007>")
        .doesNotContain("\u001b", "\u202e", "\u0007");
  }

  @Test
  void headingsAreBoldWhereColourIs() {
    assertThat(new PageText(true, 80).of("# Title")).isEqualTo("\u001b[1mTitle\u001b[0m\n\n");
  }

  @Test
  void anEmptyPageIsEmpty() {
    assertThat(page.of("")).isEmpty();
  }
}
