package dev.dmalint.analyzer.frontend;

import java.nio.file.Path;
import java.util.List;

/**
 * What a front end may look up, and how hard it may try.
 *
 * @param classPath jars and folders of class files, first wins; only read, never loaded
 * @param threads how many threads may work, at least 1; never changes the result
 * @param secondsPerFile after that long a file is given up as failed
 */
public record FrontendOptions(List<Path> classPath, int threads, int secondsPerFile) {
  public FrontendOptions {
    classPath = List.copyOf(classPath);
    if (threads < 1 || secondsPerFile < 1) {
      throw new IllegalArgumentException("at least one thread and one second");
    }
  }
}
