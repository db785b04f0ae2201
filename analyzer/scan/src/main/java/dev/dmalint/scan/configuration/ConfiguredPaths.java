package dev.dmalint.scan.configuration;

import static java.util.Objects.requireNonNull;

import dev.dmalint.scan.files.Trouble;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that a configuration names.
 *
 * @param folder real path of the folder that relative paths start from
 * @param fence real path of the folder that all must lie in, if there is one
 */
record ConfiguredPaths(Path folder, Optional<Path> fence) {
  ConfiguredPaths {
    requireNonNull(folder);
    requireNonNull(fence);
  }

  /** {@return the real paths of those files} */
  List<Path> all(List<Located> words) throws UsageException {
    List<Path> paths = new ArrayList<>();
    for (Located word : words) {
      paths.add(one(word));
    }
    return paths;
  }

  private Path one(Located word) throws UsageException {
    Path path;
    try {
      path = folder.resolve(word.value());
    } catch (InvalidPathException trouble) {
      throw word.wrong("\"%s\" is no path: %s".formatted(word.value(), trouble.getReason()));
    }
    // Before anything outside is looked at: whether it exists is nobody's business.
    check(word, path.normalize());
    try {
      Path real = path.toRealPath();
      check(word, real);
      return real;
    } catch (NoSuchFileException trouble) {
      throw word.wrong(
          "no such file or folder: \"%s\"; paths start from \"%s\""
              .formatted(word.value(), folder));
    } catch (IOException trouble) {
      throw word.wrong("cannot reach \"%s\": %s".formatted(word.value(), Trouble.of(trouble)));
    }
  }

  private void check(Located word, Path path) throws UsageException {
    if (fence.isPresent() && !path.startsWith(fence.get())) {
      throw word.wrong(
          "\"%s\" lies outside \"%s\", and a configuration found in the scanned tree may not reach"
                  .formatted(word.value(), fence.get())
              + " there; name it on the command line, or the configuration with --config");
    }
  }
}
