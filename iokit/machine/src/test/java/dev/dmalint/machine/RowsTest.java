package dev.dmalint.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each row of the tables of iokit-facts 3 to 6 has a test that names it. */
class RowsTest {
  @Test
  void everyRowHasATestAndEveryTestARow() throws Exception {
    assertThat(held()).containsExactlyInAnyOrderElementsOf(listed());
  }

  @Test
  void noRowIsListedTwice() throws Exception {
    assertThat(listed()).doesNotHaveDuplicates();
  }

  @Test
  void onlyTestsHoldRows() throws Exception {
    assertThat(methods().filter(one -> one.isAnnotationPresent(Row.class)))
        .allMatch(
            one ->
                one.isAnnotationPresent(Test.class)
                    || one.isAnnotationPresent(ParameterizedTest.class));
  }

  private static List<String> listed() throws Exception {
    try (var index = RowsTest.class.getResourceAsStream("facts-rows.txt")) {
      return new String(index.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static Set<String> held() throws Exception {
    return methods()
        .filter(one -> one.isAnnotationPresent(Row.class))
        .flatMap(one -> Arrays.stream(one.getAnnotation(Row.class).value()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Method> methods() throws URISyntaxException, IOException {
    Path folder = Path.of(RowsTest.class.getResource("RowsTest.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.class"))
          .sorted()
          .toList()
          .stream()
          .flatMap(name -> Arrays.stream(load(name).getDeclaredMethods()));
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName("dev.dmalint.machine." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
