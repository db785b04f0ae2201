package dev.dmalint.replay.library;

import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.frontend.java.JavaFrontend;
import dev.dmalint.analyzer.ir.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The models as text: files of the resources, and exceptions that all look alike. */
final class ModelSources {
  private static final int SECONDS = 60;
  private static final String EXCEPTION =
      """
      package %1$s;
      public class %2$s extends %3$s {
        public %2$s() { super(); }
        public %2$s(String message) { super(message); }
        public %2$s(String message, Throwable cause) { super(message, cause); }
        public %2$s(Throwable cause) { super(cause); }
      }
      """;

  /** {@return the IR of all models} */
  Program lower() {
    return lowered().program();
  }

  Lowered lowered() {
    List<SourceFile> files = new ArrayList<>();
    for (String path : lines("models/index.txt")) {
      files.add(new SourceFile("models/" + path, read("models/" + path)));
    }
    for (String line : lines("models/exceptions.txt")) {
      files.add(exception(line.split(" < ", 2)));
    }
    return new JavaFrontend().lower(files, new FrontendOptions(List.of(), 1, SECONDS));
  }

  private static SourceFile exception(String[] nameAndSuper) {
    String name = nameAndSuper[0];
    int dot = name.lastIndexOf('.');
    String text =
        EXCEPTION.formatted(name.substring(0, dot), name.substring(dot + 1), nameAndSuper[1]);
    return new SourceFile("models/" + name.replace('.', '/') + ".java", text);
  }

  private static List<String> lines(String path) {
    return read(path).lines().filter(line -> !line.isBlank()).toList();
  }

  private static String read(String path) {
    try (InputStream in = ModelSources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("unreadable resource: " + path, broken);
    }
  }
}
