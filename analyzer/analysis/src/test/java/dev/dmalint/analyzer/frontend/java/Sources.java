package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.findings.SourceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sources for tests, and ways into what became of them. */
final class Sources {
  private final List<SourceFile> files = new ArrayList<>();

  static Sources of(String path, String text) {
    return new Sources().and(path, text);
  }

  Sources and(String path, String text) {
    files.add(new SourceFile(path, text));
    return this;
  }

  /** {@return the Java files below a folder} */
  static Sources below(Path folder) {
    Sources sources = new Sources();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        sources.and(name, Files.readString(path));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sources;
  }

  List<SourceFile> files() {
    return files;
  }

  Lowered lower() {
    return lower(1);
  }

  Lowered lower(int threads) {
    return new JavaFrontend().lower(files, new FrontendOptions(List.of(), threads, 60));
  }

  static Type type(Lowered lowered, String name) {
    return lowered.program().types().stream()
        .filter(type -> type.name().text().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no type " + name));
  }

  static Method method(Lowered lowered, String type, String name) {
    return type(lowered, type).methods().stream()
        .filter(method -> method.name().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no method " + name));
  }

  /** {@return all steps of one kind, in the order of the program} */
  static <T extends Instruction> List<T> steps(Lowered lowered, Class<T> kind) {
    return lowered.program().types().stream()
        .flatMap(type -> type.methods().stream())
        .flatMap(method -> steps(method, kind).stream())
        .toList();
  }

  static <T extends Instruction> List<T> steps(Method method, Class<T> kind) {
    return method.blocks().stream()
        .map(Block::steps)
        .flatMap(List::stream)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** {@return the call of a method by its name} */
  static Instruction.Call call(Lowered lowered, String name) {
    return steps(lowered, Instruction.Call.class).stream()
        .filter(call -> call.callee().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no call of " + name));
  }

  /** {@return the text that a span covers, of a text whose lines end with LF} */
  static String under(String text, SourceSpan span) {
    List<String> lines = text.lines().toList();
    if (span.line() == span.endLine()) {
      return lines.get(span.line() - 1).substring(span.column() - 1, span.endColumn() - 1);
    }
    StringBuilder covered = new StringBuilder(lines.get(span.line() - 1));
    covered.delete(0, span.column() - 1);
    for (int line = span.line(); line < span.endLine() - 1; line++) {
      covered.append('\n').append(lines.get(line));
    }
    String last = lines.get(span.endLine() - 1);
    return covered.append('\n').append(last, 0, span.endColumn() - 1).toString();
  }
}
