package dev.dmalint.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule is a class, a page and a sample at one path under three roots. */
final class CatalogueTest {
  private static final String CLASSES = "rules/src/main/java";
  private static final String PAGES = "rules/src/main/resources";
  private static final String SAMPLES = "rules/src/test/java";
  private static final List<String> HEADINGS =
      List.of("What it finds", "Why it fails", "Example", "Instead", "Known misses", "Source");

  @Test
  void everyRuleHasItsPage() throws IOException {
    for (Path rule : rules()) {
      assertThat(beside(rule, PAGES, ".md")).isRegularFile();
    }
  }

  @Test
  void everyRuleHasItsSample() throws IOException {
    for (Path rule : rules()) {
      assertThat(beside(rule, SAMPLES, "Sample.java")).isRegularFile();
    }
  }

  @Test
  void everyPageIsAboutARuleAndHasTheSixParts() throws IOException {
    for (Path page : Repository.below(PAGES, ".md")) {
      Path name = Repository.file(PAGES).relativize(page);
      assertThat(Repository.file(CLASSES).resolve(name.toString().replace(".md", ".java")))
          .isRegularFile();
      String text = Files.readString(page);
      assertThat(HEADINGS)
          .as("parts of %s", name)
          .allSatisfy(heading -> assertThat(text).containsPattern("(?m)^## " + heading));
    }
  }

  private static List<Path> rules() throws IOException {
    List<Path> rules = new java.util.ArrayList<>();
    for (Path file : Repository.below(CLASSES, ".java")) {
      if (Files.readString(file).contains("@AutoService(Rule.class)")) {
        rules.add(file);
      }
    }
    return rules;
  }

  private static Path beside(Path rule, String root, String ending) {
    String name = Repository.file(CLASSES).relativize(rule).toString();
    return Repository.file(root).resolve(name.replace(".java", ending));
  }
}
