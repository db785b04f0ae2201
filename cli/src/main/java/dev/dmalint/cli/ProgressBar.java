package dev.dmalint.cli;

import dev.dmalint.analyzer.Progress;
import java.util.function.LongSupplier;

/**
 * Shows on standard error how far a scan is, once it has taken a while. Nothing of a result depends
 * on it. Closing wipes it away.
 */
final class ProgressBar implements Progress, AutoCloseable {
  private static final long FIRST_AFTER = 700_000_000;
  private static final long NEXT_AFTER = 100_000_000;
  private static final int CELLS = 30;
  private static final String WIPE = "\r\u001b[K";

  private final Messages messages;
  private final LongSupplier clock;
  private final long start;
  private long last;
  private boolean shown;

  /** A bar that reads time, in nanoseconds, from {@code clock}. */
  ProgressBar(Messages messages, LongSupplier clock) {
    this.messages = messages;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.last = start;
  }

  @Override
  public void reached(String stage, int done, int total) {
    long now = clock.getAsLong();
    if (now - start < FIRST_AFTER || now - last < NEXT_AFTER || total < 1) {
      return;
    }
    last = now;
    shown = true;
    int full = (int) ((long) CELLS * Math.min(done, total) / total);
    messages.raw(
        "%s%s [%s%s] %d/%d"
            .formatted(WIPE, stage, "#".repeat(full), "-".repeat(CELLS - full), done, total));
  }

  @Override
  public void close() {
    if (shown) {
      messages.raw(WIPE);
    }
  }
}
