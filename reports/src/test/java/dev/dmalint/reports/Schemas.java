package dev.dmalint.reports;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The schemas that reports have to satisfy. */
final class Schemas {
  private static final String OASIS = "/schema/sarif-schema-2.1.0.json";

  private Schemas() {}

  static String publishedText() {
    return resource("/dev/dmalint/reports/report.schema.json").orElseThrow();
  }

  static Schema published() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(publishedText(), InputFormat.JSON);
  }

  /** {@return OASIS's schema of SARIF 2.1.0; empty where no library on the class path has it} */
  static Optional<Schema> sarif() {
    return resource(OASIS)
        .map(
            text ->
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON));
  }

  /** {@return what is wrong with a document, formats such as URIs checked too} */
  static List<String> errors(Schema schema, String document) {
    return schema
        .validate(
            document,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static Optional<String> resource(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
