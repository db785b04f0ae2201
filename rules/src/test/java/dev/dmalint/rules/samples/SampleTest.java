package dev.dmalint.rules.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.Analysis;
import dev.dmalint.analyzer.Analyzer;
import dev.dmalint.analyzer.Progress;
import dev.dmalint.analyzer.Request;
import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.Universe;
import dev.dmalint.rules.samples.Mark.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule's sample earns what its comments say, with all rules on, and nothing else. */
@TestInstance(Lifecycle.PER_CLASS)
final class SampleTest {
  private static final int SECONDS_PER_FILE = 60;

  private final Universe builtIn = ModelReader.builtIn();
  private final Map<Sample, Analysis> analyses = new HashMap<>();

  static Stream<Sample> samples() {
    return Catalogue.rules().map(Sample::of);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleEarnsWhatItsCommentsSay(Sample sample) throws IOException {
    Marks marks = Marks.in(sample.path(), sample.text());

    assertThat(marks.disagreements(analyzed(sample).findings())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsReadWhole(Sample sample) throws IOException {
    Analysis analysis = analyzed(sample);

    assertThat(analysis.files()).containsExactly(entry(sample.path()));
    assertThat(analysis.gaps()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleShowsItsOwnRule(Sample sample) throws IOException {
    Marks marks = Marks.in(sample.path(), sample.text());

    assertThat(Stream.concat(marks.of(Kind.WANT).stream(), marks.of(Kind.MISSED).stream()))
        .as("marks of %s", sample.rule())
        .anyMatch(mark -> mark.rule().equals(sample.rule()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theOrderOfRulesAndTheNumberOfThreadsChangeNothing(Sample sample) throws IOException {
    List<Rule> backwards =
        Catalogue.rules().sorted((a, b) -> b.info().compareTo(a.info())).toList();

    assertThat(analyzed(sample, backwards, 2).findings()).isEqualTo(analyzed(sample).findings());
  }

  private static Map.Entry<String, FileState> entry(String path) {
    return Map.entry(path, FileState.PARSED);
  }

  private Analysis analyzed(Sample sample) throws IOException {
    Analysis known = analyses.get(sample);
    if (known == null) {
      known = analyzed(sample, Catalogue.rules().toList(), 1);
      analyses.put(sample, known);
    }
    return known;
  }

  private Analysis analyzed(Sample sample, List<Rule> rules, int threads) throws IOException {
    List<Path> port = List.of(Catalogue.port());
    Request request =
        new Request(
            List.of(new SourceFile(sample.path(), sample.text())),
            sample.universe(builtIn),
            rules,
            List.of(),
            List.of(),
            new FrontendOptions(port, threads, SECONDS_PER_FILE));
    return Analyzer.analyze(request, Progress.SILENT);
  }
}
