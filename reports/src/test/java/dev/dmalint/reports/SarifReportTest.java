package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.findings.Report;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers of SARIF refuse, misread or drop, and what ours therefore never does. */
class SarifReportTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void aResultHasOneLocationOnOneLine() {
    forEachResult(
        result -> {
          assertThat(result.path("locations")).hasSize(1);
          JsonNode region = result.at("/locations/0/physicalLocation/region");
          assertThat(region.path("startLine").intValue())
              .isEqualTo(region.path("endLine").intValue());
          assertThat(region.path("endColumn").intValue())
              .isGreaterThanOrEqualTo(region.path("startColumn").intValue());
        });
  }

  @Test
  void everyUriIsRelativeToTheRootAndSaysSo() {
    forEachRun(
        run -> {
          for (JsonNode holder : run.findParents("uri")) {
            URI uri = URI.create(holder.path("uri").stringValue());
            assertThat(uri.getScheme()).isNull();
            assertThat(uri.getRawAuthority()).isNull();
            assertThat(uri.getRawQuery()).isNull();
            assertThat(uri.getRawFragment()).isNull();
            assertThat(uri.getRawPath()).doesNotContain("\\").doesNotStartWith("/");
            assertThat(holder.path("uriBaseId").stringValue()).isEqualTo("%SRCROOT%");
          }
          assertThat(run.at("/originalUriBaseIds/%SRCROOT%").has("uri")).isFalse();
        });
  }

  @Test
  void findingsAndGapsAreNoFailureOfTheTool() {
    forEachRun(
        run -> {
          JsonNode invocation = run.at("/invocations/0");
          assertThat(invocation.path("executionSuccessful").booleanValue()).isTrue();
          assertThat(invocation.has("exitSignalName")).isFalse();
          for (JsonNode notification : invocation.path("toolExecutionNotifications")) {
            assertThat(notification.path("level").stringValue()).isIn("warning", "note");
          }
        });
  }

  @Test
  void levelsAreThoseOfTheStandard() {
    forEachResult(
        result -> assertThat(result.path("level").stringValue()).isIn("error", "warning", "note"));
  }

  @Test
  void rulesAndResultsAreThereEvenWhenEmpty() {
    forEachRun(
        run -> {
          assertThat(run.at("/tool/driver/rules").isArray()).isTrue();
          assertThat(run.path("results").isArray()).isTrue();
        });
  }

  @Test
  void aRuleIndexLeadsToTheRule() {
    forEachRun(
        run ->
            run.path("results")
                .forEach(
                    result -> {
                      int index = result.path("ruleIndex").intValue();
                      JsonNode rule = run.at("/tool/driver/rules/" + index);
                      assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
                    }));
  }

  @Test
  void anArtifactIndexLeadsToTheFile() {
    forEachRun(
        run ->
            run.findValues("artifactLocation")
                .forEach(
                    location -> {
                      int index = location.path("index").intValue();
                      JsonNode artifact = run.at("/artifacts/" + index + "/location");
                      assertThat(artifact.path("uri")).isEqualTo(location.path("uri"));
                    }));
  }

  @Test
  void nothingIsNullAndNoTextThatMustBeThereIsEmpty() {
    forEachRun(
        run -> {
          assertThat(run.toString()).doesNotContain(":null").doesNotContain("[null");
          for (String name : List.of("message", "shortDescription", "fullDescription", "help")) {
            for (JsonNode text : run.findValues(name)) {
              assertThat(text.path("text").stringValue()).isNotBlank();
            }
          }
          for (JsonNode rule : run.at("/tool/driver/rules")) {
            assertThat(rule.at("/fullDescription/text").stringValue()).hasSizeLessThan(1025);
          }
        });
  }

  @Test
  void nothingIsSuppressedOrCachedAtTheRun() {
    forEachRun(
        run -> {
          assertThat(run.findValues("suppressions")).isEmpty();
          assertThat(run.has("threadFlowLocations")).isFalse();
        });
  }

  @Test
  void aLinkInAMessageLeadsToARelatedLocation() {
    forEachResult(
        result -> {
          if (result.at("/message/text").stringValue().endsWith("[here](1).")) {
            assertThat(result.at("/relatedLocations/0/id").intValue()).isEqualTo(1);
          }
        });
  }

  @Test
  void onlyARuleWithAWeaknessIsASecurityRule() {
    forEachRun(
        run -> {
          for (JsonNode rule : run.at("/tool/driver/rules")) {
            JsonNode severity = rule.path("properties").path("security-severity");
            assertThat(severity.isMissingNode()).isEqualTo(!rule.has("relationships"));
            if (!severity.isMissingNode()) {
              assertThat(Double.parseDouble(severity.stringValue())).isBetween(0.1, 10.0);
            }
          }
        });
  }

  @Test
  void everyKeptPathIsThereWithEveryStepInOrder() {
    JsonNode result =
        run(SampleReports.everything())
            .path("results")
            .valueStream()
            .filter(one -> one.path("ruleId").stringValue().startsWith("physical"))
            .findFirst()
            .orElseThrow();
    assertThat(result.path("codeFlows")).hasSize(2);
    JsonNode steps = result.at("/codeFlows/1/threadFlows/0/locations");
    assertThat(steps).hasSize(4);
    for (int index = 0; index < 4; index++) {
      assertThat(steps.path(index).path("executionOrder").intValue()).isEqualTo(index + 1);
    }
    assertThat(steps.path(0).at("/state/address space/text").stringValue()).isEqualTo("CPU");
    assertThat(steps.path(1).has("state")).isFalse();
  }

  @Test
  void aVersionThatIsNotSemanticIsNotCalledSo() {
    Report odd =
        new Report(
            "1.0", SampleReports.empty().coverage(), List.of(), List.of(), List.of(), List.of());
    assertThat(run(odd).at("/tool/driver").has("semanticVersion")).isFalse();
    assertThat(run(SampleReports.everything()).at("/tool/driver/semanticVersion").stringValue())
        .isEqualTo("0.1.0-SNAPSHOT");
  }

  @Test
  void allFilesThatAreNamedAreListedOnceAndSorted() {
    List<String> uris =
        run(SampleReports.everything())
            .path("artifacts")
            .valueStream()
            .map(artifact -> artifact.at("/location/uri").stringValue())
            .toList();
    assertThat(uris).containsExactlyElementsOf(new TreeSet<>(uris));
  }

  private static void forEachResult(Consumer<JsonNode> check) {
    forEachRun(run -> run.path("results").forEach(check));
  }

  private static void forEachRun(Consumer<JsonNode> check) {
    check.accept(run(SampleReports.everything()));
    check.accept(run(SampleReports.empty()));
    check.accept(run(SampleReports.clean()));
    for (int seed = 0; seed < 30; seed++) {
      check.accept(run(new RandomReports(seed).report()));
    }
  }

  private static JsonNode run(Report report) {
    JsonNode log =
        MAPPER.readTree(Golden.rendered(Format.SARIF.renderer(RenderOptions.plain()), report));
    assertThat(log.path("runs")).hasSize(1);
    return log.at("/runs/0");
  }
}
