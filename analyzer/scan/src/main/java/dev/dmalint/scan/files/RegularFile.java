package dev.dmalint.scan.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Reads files that are files: no link, pipe, socket or device is opened.
 *
 * <p>Not by {@link java.nio.channels.FileChannel}, nor by what is made of it: the library behind it
 * opens sockets when it is loaded, to see which protocols there are, and a scan opens none.
 */
public final class RegularFile {
  private RegularFile() {}

  /**
   * {@return the first bytes of a file}
   *
   * @param file its path; not a link
   * @param most how many bytes are read at most, whatever size the file has or gets
   * @throws IOException if it is no regular file or cannot be read
   */
  public static byte[] read(Path file, long most) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      // Whoever may not look at it is told so, not that it is something else.
      Files.readAttributes(file, "isRegularFile", LinkOption.NOFOLLOW_LINKS);
      throw new FileSystemException(
          file.toString(), null, "it is a link, a folder or a special file");
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 16));
    }
  }
}
