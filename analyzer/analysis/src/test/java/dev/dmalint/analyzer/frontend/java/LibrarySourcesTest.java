package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.Unlowered;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.findings.Gap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All sources of Java's class library, of each JDK that is found here, become sound IR. */
@Tag("full")
final class LibrarySourcesTest {
  private static final int SECONDS_PER_FILE = 120;

  /** The compiler itself fails on a pattern whose type is missing; the file is a gap. */
  private static final String KNOWN =
      "NullPointerException at org.eclipse.jdt.internal.compiler.ast.TypePattern.isUnconditional";

  @Test
  void everyFileBecomesIr() {
    SortedMap<String, Path> archives = LibraryArchives.found();
    Assumptions.assumeFalse(
        archives.isEmpty(), "no lib/src.zip beside this JDK, and no -Dsources.archives=PATHS");
    List<String> faults = new ArrayList<>();
    archives.forEach(
        (version, archive) -> {
          Count count = new Count();
          LibraryArchives.modules(archive, (module, files) -> count.add(lower(files)));
          System.out.print(count.text("JDK " + version));
          faults.addAll(count.faults);
          assertThat(count.files).as("files of %s", archive).isPositive();
        });
    assertThat(faults).isEmpty();
  }

  private static Lowered lower(List<SourceFile> files) {
    Lowered lowered =
        new JavaFrontend().lower(files, new FrontendOptions(List.of(), 2, SECONDS_PER_FILE));
    assertThat(lowered.files()).hasSize(files.size());
    return lowered;
  }

  /** What came of one archive. */
  private static final class Count {
    private final List<String> faults = new ArrayList<>();
    private final SortedMap<FileState, Integer> states = new TreeMap<>();
    private final SortedMap<String, Integer> gaps = new TreeMap<>();
    private final SortedMap<String, Integer> constructs = new TreeMap<>();
    private final SortedMap<String, Integer> calls = new TreeMap<>();
    private int known;
    private int files;
    private int types;
    private int methods;
    private long steps;

    void add(Lowered lowered) {
      files += lowered.files().size();
      lowered.files().values().forEach(state -> states.merge(state, 1, Integer::sum));
      types += lowered.program().types().size();
      lowered.program().types().forEach(this::add);
      lowered.gaps().forEach(this::add);
      faults.addAll(IrVerifier.faults(lowered.program()));
    }

    private void add(Gap gap) {
      gaps.merge(gap.kind().word(), 1, Integer::sum);
      boolean isOurs =
          gap.kind() == Gap.Kind.NOT_LOWERED && !gap.message().contains("is declared in");
      boolean isKnown = gap.kind() == Gap.Kind.FAILED && gap.message().contains(KNOWN);
      if (isKnown) {
        known++;
      } else if (gap.kind() == Gap.Kind.FAILED || gap.kind() == Gap.Kind.SYNTAX || isOurs) {
        faults.add(gap.file() + ":" + gap.line() + ": " + gap.message());
      }
    }

    private void add(Type type) {
      methods += type.methods().size();
      for (Method method : type.methods()) {
        for (Block block : method.blocks()) {
          steps += block.steps().size() + 1;
          block.steps().forEach(this::add);
        }
      }
    }

    private void add(Instruction step) {
      if (step instanceof Unlowered unlowered) {
        constructs.merge(unlowered.construct(), 1, Integer::sum);
      } else if (step instanceof Call call) {
        calls.merge(call.certainty().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
      }
    }

    String text(String name) {
      StringBuilder text = new StringBuilder();
      text.append("%s: %d files %s%n".formatted(name, files, lines(states)));
      text.append("  %d types, %d methods, %d steps%n".formatted(types, methods, steps));
      text.append("  calls: %s%n".formatted(lines(calls)));
      text.append("  gaps: %s%n".formatted(lines(gaps)));
      text.append("  constructs not lowered: %s%n".formatted(lines(constructs)));
      text.append("  faults: %d, and %d known of the compiler%n".formatted(faults.size(), known));
      return text.toString();
    }

    private static String lines(Map<?, Integer> counts) {
      return counts.toString();
    }
  }
}
