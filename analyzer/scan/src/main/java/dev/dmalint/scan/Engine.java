package dev.dmalint.scan;

import dev.dmalint.analyzer.Analysis;
import dev.dmalint.analyzer.Progress;
import dev.dmalint.analyzer.Request;
import dev.dmalint.models.Universe;
import dev.dmalint.models.text.ModelException;
import java.nio.file.Path;
import java.util.List;

/** The two stages that a scan stands on, so that a test can stand in for them. */
interface Engine {
  /**
   * {@return the built-in models and those of the files, the last beats the first}
   *
   * @throws ModelException if a file cannot be used
   */
  Universe models(List<Path> files);

  /** {@return what an analysis finds} */
  Analysis analyze(Request request, Progress progress);
}
