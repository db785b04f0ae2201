package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dev.dmalint.findings.Report;
import dev.dmalint.reports.TextStyle.Colour;
import dev.dmalint.reports.TextStyle.Verbosity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RandomReportsTest {
  static final int SEEDS = 500;

  @Test
  void jsonSatisfiesThePublishedSchema() {
    Schema schema = Schemas.published();
    for (int seed = 0; seed < SEEDS; seed++) {
      String json = rendered(Format.JSON, seed, TextStyle.plain());
      assertThat(Schemas.errors(schema, json)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void textHoldsNoControlCharacterButLineFeeds() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Verbosity verbosity : Verbosity.values()) {
        String text =
            rendered(Format.TEXT, seed, new TextStyle(Colour.OFF, 40 + seed % 100, verbosity));
        assertThat(unsafe(text)).as("seed %d", seed).isEmpty();
      }
    }
  }

  @Test
  void colouredTextHoldsNoControlCharacterBesideOurOwnColours() {
    for (int seed = 0; seed < SEEDS; seed++) {
      String text = rendered(Format.TEXT, seed, new TextStyle(Colour.ON, 80, Verbosity.VERBOSE));
      assertThat(unsafe(text.replaceAll("\u001b\\[(0|1|2|3[0-9]|1;3[0-9])m", "")))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void colourChangesNothingButColour() {
    for (int seed = 0; seed < SEEDS; seed++) {
      String plain = rendered(Format.TEXT, seed, new TextStyle(Colour.OFF, 80, Verbosity.VERBOSE));
      String coloured =
          rendered(Format.TEXT, seed, new TextStyle(Colour.ON, 80, Verbosity.VERBOSE));
      assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }
  }

  @Test
  void machineFormatsHoldNoControlCharacterAndAreWholeUtf8() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Format format : new Format[] {Format.JSON, Format.SARIF}) {
        String text = rendered(format, seed, TextStyle.plain());
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .isEqualTo(text);
        assertThat(text.chars().filter(unit -> unit != '\n' && Character.isISOControl(unit)))
            .as("seed %d", seed)
            .isEmpty();
      }
    }
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    for (Format format : Format.values()) {
      assertThat(rendered(format, 7, TextStyle.plain()))
          .isEqualTo(rendered(format, 7, TextStyle.plain()));
    }
  }

  private static String unsafe(String text) {
    String withoutLines = text.replace("\n", "");
    return SafeText.of(withoutLines).equals(withoutLines) ? "" : SafeText.of(withoutLines);
  }

  private static String rendered(Format format, long seed, TextStyle style) {
    Report report = new RandomReports(seed).report();
    return Golden.rendered(format.renderer(RenderOptions.plain().text(style)), report);
  }
}
