package dev.dmalint.reports;

import dev.dmalint.findings.Report;
import dev.dmalint.reports.TextStyle.Colour;
import dev.dmalint.reports.TextStyle.Verbosity;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoldenReportsTest {
  private static final RenderOptions PLAIN = RenderOptions.plain();

  @Test
  void textShowsTheShortestPathAndTheFirstGaps() throws IOException {
    check("everything.txt", Format.TEXT, SampleReports.everything(), PLAIN);
  }

  @Test
  void verboseTextShowsEveryPathAndEveryGap() throws IOException {
    RenderOptions verbose = PLAIN.text(TextStyle.plain().verbosity(Verbosity.VERBOSE));
    check("everything-verbose.txt", Format.TEXT, SampleReports.everything(), verbose);
  }

  @Test
  void quietTextIsOneLineAFinding() throws IOException {
    RenderOptions quiet = PLAIN.text(TextStyle.plain().verbosity(Verbosity.QUIET));
    check("everything-quiet.txt", Format.TEXT, SampleReports.everything(), quiet);
  }

  @Test
  void colouredTextFitsANarrowTerminal() throws IOException {
    RenderOptions narrow = PLAIN.text(new TextStyle(Colour.ON, 60, Verbosity.NORMAL));
    check("everything-coloured.txt", Format.TEXT, SampleReports.everything(), narrow);
  }

  @Test
  void jsonHoldsAllThereIs() throws IOException {
    check("everything.json", Format.JSON, SampleReports.everything(), PLAIN);
  }

  @Test
  void sarifHoldsAllThereIs() throws IOException {
    RenderOptions hashed =
        PLAIN.lineHashes(
            (file, line) -> line == 41 ? Optional.of("cdc8f572cafc40f1:1") : Optional.empty());
    check("everything.sarif", Format.SARIF, SampleReports.everything(), hashed);
  }

  @Test
  void aTreeWithoutFilesGivesAReportInEachFormat() throws IOException {
    for (Format format : Format.values()) {
      check("empty." + extension(format), format, SampleReports.empty(), PLAIN);
    }
  }

  @Test
  void aCleanTreeGivesAReportInEachFormat() throws IOException {
    for (Format format : Format.values()) {
      check("clean." + extension(format), format, SampleReports.clean(), PLAIN);
    }
  }

  private static String extension(Format format) {
    return format == Format.TEXT ? "txt" : format.word();
  }

  private static void check(String name, Format format, Report report, RenderOptions options)
      throws IOException {
    Golden.check(name, Golden.rendered(format.renderer(options), report));
  }
}
