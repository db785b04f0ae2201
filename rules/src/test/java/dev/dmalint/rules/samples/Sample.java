package dev.dmalint.rules.samples;

import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sample of a rule.
 *
 * @param rule name of the rule
 * @param path path of the sample below the root of the tests' sources
 */
record Sample(String rule, String path) {
  private static final Path SOURCES = Path.of("src", "test", "java");
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final String ENDING = "Sample.java";

  static Sample of(Rule rule) {
    return new Sample(rule.info().id(), rule.getClass().getName().replace('.', '/') + ENDING);
  }

  Path file() {
    return SOURCES.resolve(path);
  }

  String text() throws IOException {
    return Files.readString(file());
  }

  /**
   * {@return the universe it is about: that of the model file beside the sample if there is one,
   * {@code builtIn} if not}
   */
  Universe universe(Universe builtIn) {
    Path models = RESOURCES.resolve(path.replace(".java", ".yaml"));
    return Files.exists(models) ? ModelReader.read(List.of(models)) : builtIn;
  }

  @Override
  public String toString() {
    return rule;
  }
}
