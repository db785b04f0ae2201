package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dev.dmalint.findings.Report;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportSchemaTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Schema SCHEMA = Schemas.published();

  @Test
  void reportsSatisfyThePublishedSchema() {
    List<Report> reports =
        List.of(SampleReports.everything(), SampleReports.empty(), SampleReports.clean());
    for (Report report : reports) {
      assertThat(Schemas.errors(SCHEMA, json(report))).isEmpty();
    }
  }

  @Test
  void theSchemaDescribesEachPropertyItDeclares() {
    TreeSet<String> undescribed = new TreeSet<>();
    JsonNode schema = MAPPER.readTree(Schemas.publishedText());
    schema
        .findValues("properties")
        .forEach(
            properties ->
                properties
                    .properties()
                    .forEach(
                        property -> {
                          if (!isDescribed(schema, property.getValue())) {
                            undescribed.add(property.getKey());
                          }
                        }));
    assertThat(undescribed).containsExactly("steps");
  }

  private static boolean isDescribed(JsonNode schema, JsonNode property) {
    JsonNode reference = property.path("$ref");
    return property.has("description")
        || (reference.isString()
            && schema.at(reference.stringValue().substring(1)).has("description"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"severity\": \"error\"       | \"severity\": \"fatal\"",
        "\"column\": 24              | \"column\": 0",
        "\"driver\": []              | \"drivers\": []",
        "\"fingerprint\": \"0f3a9c\"   | \"fingerprint\": \"0f3a9c\", \"more\": 1",
        "\"reportVersion\": 1        | \"reportVersion\": 2",
        "\"kind\": \"too-large\"       | \"kind\": \"huge\""
      })
  void aReportThatBreaksTheContractIsRefused(String right, String wrong) {
    String good = json(SampleReports.everything());
    assertThat(good).contains(right);
    assertThat(Schemas.errors(SCHEMA, good.replace(right, wrong))).isNotEmpty();
  }

  @Test
  void aRuleOfAModelHasNoMistake() {
    JsonNode findings = MAPPER.readTree(json(SampleReports.everything())).path("findings");
    for (JsonNode finding : findings) {
      boolean ofModel = finding.path("rule").stringValue().equals("model-rule");
      assertThat(finding.has("mistake")).isEqualTo(!ofModel);
    }
  }

  @Test
  void aReaderGetsTheScannedTextAsItWas() {
    JsonNode findings = MAPPER.readTree(json(SampleReports.everything())).path("findings");
    String message = findings.path(findings.size() - 1).path("message").stringValue();
    assertThat(message).startsWith("name '" + SampleReports.ESCAPE + "' {0} and [a](http://x)");
  }

  private static String json(Report report) {
    return Golden.rendered(Format.JSON.renderer(RenderOptions.plain()), report);
  }
}
