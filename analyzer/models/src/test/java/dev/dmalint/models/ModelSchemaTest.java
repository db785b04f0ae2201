package dev.dmalint.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published schema fits the files that ship, and refuses what the reader refuses. */
final class ModelSchemaTest {
  private static final Path FILES = Path.of("src/main/models");

  private final Schema schema = schema();

  private static Schema schema() {
    try (InputStream text = ModelReader.class.getResourceAsStream("model.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    } catch (IOException trouble) {
      throw new AssertionError(trouble);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyBuiltInFileIsValid() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(FILES)) {
      files = found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    FILES.relativize(file).toString(),
                    () ->
                        assertThat(schema.validate(Files.readString(file), InputFormat.YAML))
                            .isEmpty()));
  }

  @Test
  void unknownFieldsAndWrongWordsAreInvalid() {
    for (String text :
        List.of(
            "rowz: {}",
            "spaces: [{id: a, nam: b}]",
            "consumers: [{id: a, name: b, reads: [{kind: gone}]}]",
            "rows: {A: {f(): [{maek: A}]}}",
            "devices: [{id: a, name: b, match: [], consumer: c, registers: [{offset: 1}]}]")) {
      assertThat(schema.validate(text, InputFormat.YAML)).as(text).isNotEmpty();
    }
  }
}
