package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoverageLineTest {
  @Test
  void itCountsFilesFindingsBySeverityAndGaps() {
    assertThat(CoverageLine.of(SampleReports.everything()))
        .isEqualTo(
            "19 files: 12 parsed, 2 partial, 1 failed, 1 skipped, 3 indexed;"
                + " 4 findings (2 errors, 1 warning, 1 note), 10 gaps");
  }

  @Test
  void oneIsSingularAndNoneIsPlural() {
    assertThat(CoverageLine.of(SampleReports.clean()))
        .isEqualTo(
            "1 file: 1 parsed, 0 partial, 0 failed, 0 skipped, 0 indexed; 0 findings, 0 gaps");
  }
}
