package dev.dmalint.cli;

import dev.dmalint.findings.Report;
import dev.dmalint.reports.Renderer;
import dev.dmalint.reports.ReportFile;
import dev.dmalint.reports.ReportFileException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Held while a report is written: when the JVM is told to end, the writing thread is interrupted,
 * which closes the file under its hands, and gets a moment to take the unfinished file away.
 */
final class WritingGuard {
  private static final long PATIENCE_SECONDS = 2;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private WritingGuard() {
    Thread writer = Thread.currentThread();
    hook = new Thread(() -> stop(writer), "unfinished report");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Writes a report under guard, as {@link ReportFile} does. */
  static void write(Path file, Renderer renderer, Report report) throws ReportFileException {
    WritingGuard guard = new WritingGuard();
    try {
      ReportFile.write(file, renderer, report);
    } finally {
      guard.release();
    }
  }

  private void stop(Thread writer) {
    writer.interrupt();
    try {
      boolean unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void release() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The JVM is ending: the hook has done its work.
    }
  }
}
