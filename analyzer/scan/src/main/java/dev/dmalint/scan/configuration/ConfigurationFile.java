package dev.dmalint.scan.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.dmalint.scan.files.RegularFile;
import dev.dmalint.scan.files.Root;
import dev.dmalint.scan.files.Trouble;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A configuration file.
 *
 * @param file its path
 * @param name what messages call it
 * @param fence the folder that the files it names must lie in; empty for a file that the command
 *     line named, which may name what it likes
 */
public record ConfigurationFile(Path file, String name, Optional<Path> fence) {
  /** How a configuration is called where it is looked for. */
  public static final String NAME = "dmalint.yaml";

  private static final int LARGEST = 256 * 1024;

  public ConfigurationFile {
    requireNonNull(file);
    requireNonNull(name);
    requireNonNull(fence);
  }

  /** {@return the file that the command line named} */
  public static ConfigurationFile named(Path file, Path directory) throws UsageException {
    Path real = directory.resolve(file);
    if (Files.notExists(real)) {
      throw new UsageException(
          "--config: no such file: \"%s\"; paths start from \"%s\"".formatted(file, directory));
    }
    return new ConfigurationFile(real, file.toString(), Optional.empty());
  }

  /**
   * Looks for a file in the tree: in {@code start}, and above it up to the folder of the
   * repository; outside a repository up to {@code directory} where that lies above.
   *
   * @param start real path of the folder to begin in
   * @param directory real path of the folder the scan was started in
   */
  public static Optional<ConfigurationFile> find(Path start, Path directory) {
    Path top = Root.repositoryAbove(start).orElse(start.startsWith(directory) ? directory : start);
    for (Path at = start; at != null && at.startsWith(top); at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        String name =
            file.startsWith(directory) ? Root.slashed(directory.relativize(file)) : file.toString();
        return Optional.of(new ConfigurationFile(file, name, Optional.of(top)));
      }
    }
    return Optional.empty();
  }

  /** {@return real path of the folder that its relative paths start from} */
  Path folder() throws UsageException {
    try {
      Path parent = file.toRealPath().getParent();
      return parent == null ? file.toRealPath() : parent;
    } catch (IOException trouble) {
      throw unreadable(Trouble.of(trouble));
    }
  }

  /** {@return the text of the file} */
  String text() throws UsageException {
    try {
      // What was named may be a link; what was found is someone else's, and may lead anywhere.
      Path plain = fence.isPresent() ? file : file.toRealPath();
      byte[] bytes = RegularFile.read(plain, LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw unreadable("it has more than " + LARGEST + " bytes");
      }
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException trouble) {
      throw unreadable("it is not UTF-8");
    } catch (IOException trouble) {
      throw unreadable(Trouble.of(trouble));
    }
  }

  private UsageException unreadable(String reason) {
    return new UsageException(
        "%s: this configuration cannot be read: %s; %s"
            .formatted(
                name,
                reason,
                fence.isPresent() ? "mend it, or scan with --no-tree-config" : "name another"));
  }
}
