package dev.dmalint.scan;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.frontend.java.JavaFrontend;
import dev.dmalint.analyzer.ir.IrPrinter;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.findings.Gap;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.scan.files.FoundFile;
import dev.dmalint.scan.files.Reading;
import dev.dmalint.scan.files.Root;
import dev.dmalint.scan.files.SourceReader;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The IR of source files as text, for whoever wants to see what the analysis reads.
 *
 * @param text types in the order of their names, or the methods asked for
 * @param gaps what could not be read or lowered
 * @param unread how many of the files gave nothing at all
 */
public record IrListing(String text, List<Gap> gaps, int unread) {
  private static final int SECONDS_PER_FILE = 60;

  public IrListing {
    requireNonNull(text);
    gaps = List.copyOf(gaps);
  }

  /**
   * Lowers files.
   *
   * @param files as written, of which relative ones start from {@code directory}
   * @param method the name of the methods to list; empty for whole types
   * @param classPath entries as for a scan; the port's is added
   * @throws UsageException if a file is not there or no Java file, if there is no such method, or
   *     if the class path cannot be followed
   */
  public static IrListing of(
      Path directory, List<Path> files, Optional<String> method, List<Located> classPath)
      throws UsageException {
    List<Path> entries = new ArrayList<>(ClassPath.of(classPath, directory));
    PortClasses.find().ifPresent(entries::add);
    List<SourceFile> texts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (Path file : files) {
      Reading reading = read(directory, file);
      if (reading instanceof Reading.Text text) {
        texts.add(text.file());
      } else if (reading instanceof Reading.Skipped skipped) {
        gaps.add(skipped.gap());
      } else if (reading instanceof Reading.Failed failed) {
        gaps.add(failed.gap());
      }
    }
    int unread = gaps.size();
    Lowered lowered =
        new JavaFrontend().lower(texts, new FrontendOptions(entries, 1, SECONDS_PER_FILE));
    gaps.addAll(lowered.gaps());
    unread += (int) lowered.files().values().stream().filter(FileState.FAILED::equals).count();
    return new IrListing(text(lowered, method), gaps, unread);
  }

  private static Reading read(Path directory, Path written) throws UsageException {
    Path file = directory.resolve(written);
    if (Files.notExists(file)) {
      throw new UsageException("no such file: \"%s\"".formatted(written));
    }
    if (Files.isDirectory(file) || !written.toString().endsWith(".java")) {
      throw new UsageException("\"%s\" is no Java file; give files *.java".formatted(written));
    }
    try {
      Path real = file.toRealPath();
      String name = written.toString().replace('\\', '/');
      return new SourceReader(SourceReader.USUAL_LIMIT)
          .read(new FoundFile(name, real, new Root(name, real, name)));
    } catch (IOException trouble) {
      throw new UsageException("cannot read \"%s\"".formatted(written), trouble);
    }
  }

  private static String text(Lowered lowered, Optional<String> wanted) throws UsageException {
    if (wanted.isEmpty()) {
      return lowered.program().types().stream().map(IrPrinter::text).collect(Collectors.joining());
    }
    List<Method> methods =
        lowered.program().types().stream()
            .flatMap(type -> type.methods().stream())
            .filter(method -> method.name().name().equals(wanted.get()))
            .toList();
    if (methods.isEmpty()) {
      throw new UsageException(
          "--method: no method is called \"%s\"%s"
              .formatted(wanted.get(), Nearest.hint(wanted.get(), names(lowered))));
    }
    return methods.stream()
        .map(method -> "type " + method.name().owner() + "\n" + IrPrinter.text(method) + "\n")
        .collect(Collectors.joining());
  }

  private static SortedSet<String> names(Lowered lowered) {
    SortedSet<String> names = new TreeSet<>();
    for (Type type : lowered.program().types()) {
      type.methods().forEach(method -> names.add(method.name().name()));
    }
    return names;
  }
}
