package dev.dmalint.reports;

import dev.dmalint.findings.Report;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that holds either what it held before or a whole report, whenever the run is ended: the
 * report goes to a hidden file beside it, which is forced to the disk and then renamed.
 */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Writes a report as UTF-8. A symbolic link stays one, and its target is replaced; a device or a
   * pipe is written to as it is, since there is nothing to replace.
   *
   * @throws ReportFileException if it could not be written; the target is as before, and the hidden
   *     file is gone
   */
  public static void write(Path target, Renderer renderer, Report report)
      throws ReportFileException {
    try {
      if (Files.isDirectory(target)) {
        throw new FileSystemException(target.toString(), null, "it is a directory");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        fill(target, renderer, report);
      } else {
        replace(Files.exists(target) ? target.toRealPath() : target, renderer, report);
      }
    } catch (IOException trouble) {
      throw new ReportFileException(
          "cannot write report \"" + target + "\": " + explained(trouble), trouble);
    }
  }

  private static void replace(Path target, Renderer renderer, Report report) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new NoSuchFileException(String.valueOf(directory));
    }
    Path hidden = createHidden(directory);
    boolean renamed = false;
    try {
      fill(hidden, renderer, report);
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
      renamed = true;
    } finally {
      if (!renamed) {
        delete(hidden);
      }
    }
    forceEntries(directory);
  }

  /** Creates a file of a name that nobody has; it gets the rights that any new file gets. */
  private static Path createHidden(Path directory) throws IOException {
    for (int number = 0; ; number++) {
      Path hidden = directory.resolve(".dmalint-report-" + number + ".tmp");
      try {
        return Files.createFile(hidden);
      } catch (FileAlreadyExistsException taken) {
        // Another run is writing there, or was killed while it did.
      }
    }
  }

  private static void fill(Path file, Renderer renderer, Report report) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
      renderer.render(report, out);
      out.flush();
      if (Files.isRegularFile(file)) {
        channel.force(true);
      }
    }
  }

  private static void delete(Path hidden) {
    try {
      Files.deleteIfExists(hidden);
    } catch (IOException second) {
      // What went wrong before is what the user has to hear of.
    }
  }

  /** Makes the rename last. Not every system can; the report is whole all the same. */
  private static void forceEntries(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // Windows opens no directory.
    }
  }

  private static String explained(IOException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return "its directory does not exist; create it or name another file";
    }
    if (trouble instanceof AccessDeniedException) {
      return "permission denied; make its directory writable or name another file";
    }
    if (trouble instanceof AtomicMoveNotSupportedException) {
      return "its file system cannot rename a file in one step; name a file elsewhere";
    }
    String reason =
        trouble instanceof FileSystemException known ? known.getReason() : trouble.getMessage();
    return (reason == null ? "the system gives no reason" : reason) + "; name another file";
  }
}
