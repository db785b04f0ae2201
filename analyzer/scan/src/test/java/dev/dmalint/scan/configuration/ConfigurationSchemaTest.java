package dev.dmalint.scan.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ConfigurationSchemaTest {
  @Test
  void theSchemaListsTheKeysThatAreRead() throws IOException {
    JsonNode properties = new JsonMapper().readTree(text()).path("properties");
    assertThat(new TreeSet<>(properties.propertyNames())).isEqualTo(new TreeSet<>(Key.words()));
    assertThat(properties.path("failOn").path("enum").valueStream().map(JsonNode::stringValue))
        .containsExactlyElementsOf(FailOn.words());
    assertThat(properties).allSatisfy(key -> assertThat(key.has("description")).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{paths: src, excludes: ['gen/**'], classpath: [lib], models: [m.yaml]}",
        "{platforms: [P1], failOn: never, threads: 2, maxFileBytes: 1}",
        "{rules: {E01: off, x-y: note}}",
        "{devices: {A: nvme, B: {IOPCIMatch: ['0x1'], IOPCITunnelCompatible: true}}}",
        "{sinks: [{owner: a.B, method: c, parameter: 0, consumer: K1, shift: 12}]}",
      })
  void whatIsReadIsValid(String yaml) throws IOException {
    assertThat(errors(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{pathz: src}",
        "{failOn: fatal}",
        "{threads: 0}",
        "{rules: {E01: loud}}",
        "{devices: {A: {pci: 1}}}",
        "{sinks: [{owner: a.B}]}",
        "{report: json=x}",
      })
  void whatIsRefusedIsInvalid(String yaml) throws IOException {
    assertThat(errors(yaml)).isNotEmpty();
  }

  private static List<String> errors(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);
    return schema.validate(yaml, InputFormat.YAML).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static String text() throws IOException {
    try (var in = ConfigurationSchemaTest.class.getResourceAsStream("dmalint.schema.json")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
