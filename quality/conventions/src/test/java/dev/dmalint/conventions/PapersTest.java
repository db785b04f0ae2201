package dev.dmalint.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the papers at the top level say is there, is there. */
final class PapersTest {
  @Test
  void theArchitecturePageListsTheModulesInTheOrderOfTheBuild() {
    List<String> listed =
        all("(?m)^\\| `([^`]+)` \\|", Repository.text("ARCHITECTURE.md")).stream()
            .filter(name -> Files.exists(Repository.file(name + "/pom.xml")))
            .toList();
    assertThat(listed).isEqualTo(Repository.modules());
  }

  @Test
  void everyModuleIsListedAndEveryListedModuleIsThere() {
    assertThat(Repository.modules())
        .allSatisfy(module -> assertThat(Repository.file(module + "/pom.xml")).isRegularFile());
    assertThat(Repository.below("", "pom.xml")).hasSize(Repository.modules().size() + 1);
  }

  @Test
  void theReadmeGivesTheTwoCommandsAndTheyCanBeRun() {
    List<String> commands = all("(?m)^ {4}\\$ (\\S.*)$", Repository.text("README.md"));
    assertThat(commands)
        .contains("./dmalint scan sample-drivers", "mvn verify", "mvn verify -Pfull");
    assertThat(Repository.file("dmalint")).isExecutable();
    assertThat(Repository.file("sample-drivers")).isDirectory();
    assertThat(Repository.text("pom.xml")).contains("<id>full</id>");
  }

  @Test
  void whatThePapersLinkToIsThere() {
    for (String paper :
        List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      assertThat(all("\\]\\((?!https?:)([^)#]+)", Repository.text(paper)))
          .as("links of %s", paper)
          .allSatisfy(link -> assertThat(Repository.file(link)).exists());
    }
  }

  @Test
  void decisionsAreNumberedWithoutGaps() {
    List<String> numbers =
        Repository.below("docs/decisions", ".md").stream()
            .map(file -> file.getFileName().toString().substring(0, 4))
            .toList();
    assertThat(numbers).isNotEmpty();
    for (int index = 0; index < numbers.size(); index++) {
      assertThat(Integer.parseInt(numbers.get(index))).isEqualTo(index + 1);
    }
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(PapersTest::first).toList();
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }
}
