package dev.dmalint.analyzer;

import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.frontend.java.JavaFrontend;
import dev.dmalint.analyzer.interpretation.Interpretation;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.analyzer.space.Facts;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The door of the analysis. */
public final class Analyzer {
  private static final int STAGES = 3;

  private Analyzer() {}

  /**
   * {@return what the rules find in the sources}
   *
   * <p>Nothing of the sources is executed, loaded or written to. The same request gives the same
   * result, for any number of threads and any order of files.
   */
  public static Analysis analyze(Request request, Progress progress) {
    progress.reached("reading", 0, STAGES);
    Lowered lowered = new JavaFrontend().lower(request.sources(), request.options());
    progress.reached("following addresses", 1, STAGES);
    Interpretation.Met met =
        new Interpretation(
                lowered.program(),
                request.universe(),
                request.personalities(),
                request.sinks(),
                request.options().threads())
            .run();
    progress.reached("judging", 2, STAGES);
    Excerpts excerpts = new Excerpts(request.sources());
    Facts facts = new Facts(request.universe(), met.judgements(), met.uses(), excerpts::line);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : request.rules()) {
      rule.check(facts).forEach(findings::add);
    }
    List<Gap> gaps = new ArrayList<>(lowered.gaps());
    gaps.addAll(met.gaps());
    progress.reached("judging", STAGES, STAGES);
    return new Analysis(Ordinals.numbered(findings), lowered.files(), gaps);
  }

  /** The lines of the sources. */
  private static final class Excerpts {
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, SourceFile> files = new HashMap<>();

    Excerpts(List<SourceFile> sources) {
      sources.forEach(source -> files.put(source.path(), source));
    }

    String line(SourceSpan at) {
      List<String> text =
          lines.computeIfAbsent(
              at.file(),
              path -> {
                SourceFile file = files.get(path);
                return file == null ? List.of() : List.of(file.text().split("\r\n|\r|\n", -1));
              });
      return at.line() <= text.size() ? text.get(at.line() - 1) : "";
    }
  }
}
