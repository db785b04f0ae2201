package dev.dmalint.analyzer.frontend.java;

import com.google.auto.service.AutoService;
import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.Frontend;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.ir.LibraryType;
import dev.dmalint.analyzer.ir.Program;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Java, up to the newest language level the compiler knows, without previews. Types are looked up
 * in all files of the run, on the class path, and in the class library of the JDK that runs this.
 */
@AutoService(Frontend.class)
public final class JavaFrontend implements Frontend {
  /** Characters a batch holds at most, unless it is a single file. */
  private static final int BATCH_CHARACTERS = 4 << 20;

  static {
    // Where assertions are on, as in tests, one of the compiler's own that fails for a missing type
    // would cost a file that it copes with otherwise.
    ClassLoader loader = CompilerSettings.class.getClassLoader();
    if (loader != null) {
      loader.setPackageAssertionStatus("org.eclipse.jdt.internal.compiler", false);
    }
  }

  /** A front end without state. */
  public JavaFrontend() {}

  @Override
  public boolean reads(String path) {
    return path.endsWith(".java");
  }

  @Override
  public Lowered lower(List<SourceFile> files, FrontendOptions options) {
    List<SourceFile> sorted =
        files.stream().sorted(Comparator.comparing(SourceFile::path)).toList();
    Workers workers = new Workers(options.threads());
    try (ClassFiles classes = new ClassFiles(options.classPath())) {
      SourceIndex index = new SourceIndex(sorted, workers);
      List<List<UnitResult>> results =
          new Workers(options.threads())
              .map(
                  batches(sorted),
                  batch -> new BatchRunner(index, classes, options.secondsPerFile()).run(batch));
      return merge(results.stream().flatMap(List::stream).toList(), classes.unreadable());
    } catch (IOException stuck) {
      throw new UncheckedIOException("a jar of the class path cannot be closed", stuck);
    }
  }

  /** Batches depend on the files alone, so that the number of threads never changes a result. */
  private static List<List<SourceUnit>> batches(List<SourceFile> files) {
    List<List<SourceUnit>> batches = new ArrayList<>();
    int room = 0;
    for (SourceFile file : files) {
      room -= file.text().length();
      if (batches.isEmpty() || room < 0) {
        batches.add(new ArrayList<>());
        room = BATCH_CHARACTERS - file.text().length();
      }
      batches.get(batches.size() - 1).add(new SourceUnit(file));
    }
    return batches;
  }

  private static Lowered merge(List<UnitResult> results, List<String> unreadable) {
    List<Type> types = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    SortedMap<String, FileState> states = new TreeMap<>();
    SortedMap<TypeName, LibraryType> library = new TreeMap<>();
    for (UnitResult result : results) {
      types.addAll(result.types());
      gaps.addAll(result.gaps());
      states.put(result.path(), result.state());
      for (LibraryType type : result.library()) {
        library.merge(type.name(), type, (a, b) -> a.declared() ? a : b);
      }
    }
    types.forEach(type -> library.remove(type.name()));
    for (String entry : unreadable) {
      gaps.add(
          new Gap(
              Gap.Kind.UNREADABLE,
              "",
              1,
              "class path entry " + entry + " cannot be read; its types count as missing"));
    }
    return new Lowered(new Program(types, List.copyOf(library.values())), states, gaps);
  }
}
