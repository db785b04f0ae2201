package dev.dmalint.reports;

import static org.junit.jupiter.api.Assertions.fail;

import dev.dmalint.findings.Report;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Expected renderings, kept as files; {@code -Dgolden=update} rewrites them. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/dmalint/reports");
  private static final int CONTEXT = 3;

  private Golden() {}

  static String rendered(Renderer renderer, Report report) {
    StringWriter out = new StringWriter();
    try {
      renderer.render(report, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  /** Fails with the first lines that differ. */
  static void check(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, actual);
      return;
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    if (!expected.equals(actual)) {
      fail(difference(name, expected.lines().toList(), actual.lines().toList()));
    }
  }

  private static String difference(String name, List<String> expected, List<String> actual) {
    int line = 0;
    while (line < Math.min(expected.size(), actual.size())
        && expected.get(line).equals(actual.get(line))) {
      line++;
    }
    return "%s differs from line %d on; -Dgolden=update rewrites it%nexpected:%n%s%nactual:%n%s"
        .formatted(name, line + 1, around(expected, line), around(actual, line));
  }

  private static String around(List<String> lines, int line) {
    int from = Math.max(0, Math.min(line, lines.size()) - CONTEXT);
    int to = Math.min(lines.size(), line + CONTEXT + 1);
    return String.join("\n", lines.subList(from, to));
  }
}
