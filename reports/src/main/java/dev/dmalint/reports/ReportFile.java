package dev.dmalint.reports;

import dev.dmalint.findings.Report;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that holds either what it held before or a whole report, whenever the run is ended: the
 * report goes to a hidden file beside it, which is forced to the disk and then renamed.
 *
 * <p>Not by {@link java.nio.channels.FileChannel}, nor by what is made of it: the library behind it
 * opens sockets when it is loaded, to see which protocols there are, and a scan opens none. Hence
 * the folder itself is not forced: after a loss of power the older report may be there again.
 */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Writes a report as UTF-8. A symbolic link stays one, and its target is replaced; a device or a
   * pipe is written to as it is, since there is nothing to replace. Interrupting the thread ends
   * the writing.
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
        checkWritable(target);
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
    checkWritable(directory);
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
  }

  /** Creates a file of a name that nobody has; it gets the rights that any new file gets. */
  private static Path createHidden(Path directory) throws IOException {
    for (int number = 0; ; number++) {
      Path hidden = directory.resolve(".dmalint-report-" + number + ".tmp");
      // If it is there, another run is writing to it, or was killed while it did.
      if (hidden.toFile().createNewFile()) {
        return hidden;
      }
    }
  }

  /** Tells of missing rights in a way that can be told from other trouble. */
  private static void checkWritable(Path place) throws AccessDeniedException {
    if (!Files.isWritable(place)) {
      throw new AccessDeniedException(place.toString());
    }
  }

  private static void fill(Path file, Renderer renderer, Report report) throws IOException {
    try (FileOutputStream bytes = new FileOutputStream(file.toFile())) {
      OutputStream stoppable = new StoppableStream(bytes);
      Writer out = new BufferedWriter(new OutputStreamWriter(stoppable, StandardCharsets.UTF_8));
      renderer.render(report, out);
      out.flush();
      if (Files.isRegularFile(file)) {
        bytes.getFD().sync();
      }
      StoppableStream.checkGoingOn();
    }
  }

  private static void delete(Path hidden) {
    try {
      Files.deleteIfExists(hidden);
    } catch (IOException second) {
      // What went wrong before is what the user has to hear of.
    }
  }

  private static String explained(IOException trouble) {
    if (trouble instanceof InterruptedIOException) {
      return "the run was told to end";
    }
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

  /** Ends at the first byte after its thread was interrupted, which stays so. */
  private static final class StoppableStream extends FilterOutputStream {
    StoppableStream(OutputStream out) {
      super(out);
    }

    static void checkGoingOn() throws InterruptedIOException {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException();
      }
    }

    @Override
    public void write(int value) throws IOException {
      checkGoingOn();
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      checkGoingOn();
      out.write(bytes, from, length);
    }
  }
}
