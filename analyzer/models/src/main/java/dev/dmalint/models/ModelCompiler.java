package dev.dmalint.models;

import dev.dmalint.models.text.CompiledTree;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.YamlText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the built-in model files and puts them into the one resource in which they ship. */
public final class ModelCompiler {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private ModelCompiler() {}

  /**
   * Compiles all {@code .yaml} files below a folder.
   *
   * @param arguments the folder, and the file to write
   * @throws IOException if reading or writing fails
   * @throws dev.dmalint.models.text.ModelException if a file cannot be used
   */
  public static void main(String[] arguments) throws IOException {
    List<Node> trees = trees(Path.of(arguments[0]));
    UniverseBuilder.empty().add(trees).build();
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(target)) {
      CompiledTree.write(trees, out);
    }
  }

  /** {@return the trees of all model files below a folder, sorted by path} */
  static List<Node> trees(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files =
          found
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted(Comparator.comparing(ModelCompiler::sortable))
              .toList();
    }
    List<Node> trees = new ArrayList<>();
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      trees.add(YamlText.parse("dmalint:" + name, Files.readString(file, StandardCharsets.UTF_8)));
    }
    return trees;
  }

  /** A path in which P2 stands before P10. */
  private static String sortable(Path file) {
    return NUMBER
        .matcher(file.toString())
        .replaceAll(
            number -> "0".repeat(Math.max(0, 6 - number.group().length())) + number.group());
  }
}
