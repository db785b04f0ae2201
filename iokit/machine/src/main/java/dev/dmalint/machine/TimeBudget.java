package dev.dmalint.machine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * How long a driver may take. It runs in a thread of its own, a daemon: Java cannot end a thread
 * that does not want to, so one that loops for ever is left behind and ends with the process.
 *
 * @param limit at least a millisecond
 */
public record TimeBudget(Duration limit) {
  private static final long STACK_BYTES = 1 << 20;
  private static final Duration GRACE = Duration.ofMillis(500);

  /** Refuses what is no time at all. */
  public TimeBudget {
    if (limit.toMillis() < 1) {
      throw new IllegalArgumentException("not a time budget: " + limit);
    }
  }

  /** {@return ten seconds: a run takes a fraction of one} */
  public static TimeBudget usual() {
    return new TimeBudget(Duration.ofSeconds(10));
  }

  /**
   * Runs something on a machine within this time.
   *
   * @param machine is stopped where the time is over: the next call of the port throws
   * @param action what calls the port; runs bound to the machine
   * @param <T> what it gives
   * @return what it gave
   * @throws OutOfTime if the time was over first
   */
  public <T> T run(Machine machine, Supplier<T> action) {
    FutureTask<T> task = new FutureTask<>(() -> machine.run(action));
    Thread thread = new Thread(null, task, "driver", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException over) {
      StackTraceElement[] where = thread.getStackTrace();
      machine.stop();
      end(thread);
      machine.abandon(thread);
      throw new OutOfTime(limit, where);
    } catch (InterruptedException stopped) {
      machine.stop();
      machine.abandon(thread);
      Thread.currentThread().interrupt();
      throw new OutOfTime(limit, thread.getStackTrace());
    } catch (ExecutionException failed) {
      throw unwrapped(failed);
    }
  }

  private static void end(Thread thread) {
    thread.interrupt();
    try {
      thread.join(GRACE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException unwrapped(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException trouble) {
      throw trouble;
    }
    return new ThrownByDriver(cause == null ? failed : cause);
  }
}
