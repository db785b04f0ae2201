package dev.dmalint.analyzer.frontend.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs a batch on a thread of its own and puts up with what may happen there: a stack overflow, an
 * exception or a file that takes too long costs that file, and the others are run again without it.
 * After an exception the file itself is tried once more, without mending what the compiler left.
 */
final class BatchRunner {
  private static final long STACK_BYTES = 64L << 20;
  private static final long POLL_MILLIS = 50;

  private final SourceIndex sources;
  private final ClassFiles classes;
  private final long nanosPerFile;
  private final Map<String, UnitResult> results = new LinkedHashMap<>();
  private final TreeSet<String> hidden = new TreeSet<>();
  private final TreeSet<String> plain = new TreeSet<>();
  private int memoryFailures;

  BatchRunner(SourceIndex sources, ClassFiles classes, int secondsPerFile) {
    this.sources = sources;
    this.classes = classes;
    this.nanosPerFile = TimeUnit.SECONDS.toNanos(secondsPerFile);
  }

  /** {@return an account of every unit, in their order} */
  List<UnitResult> run(List<SourceUnit> units) {
    List<SourceUnit> waiting = new ArrayList<>(units);
    while (!waiting.isEmpty()) {
      Attempt attempt = new Attempt();
      Failure failure = attempt.run(List.copyOf(waiting));
      waiting.removeIf(unit -> results.containsKey(unit.path()));
      if (failure != null) {
        blame(failure, waiting);
      }
    }
    return units.stream().map(unit -> results.get(unit.path())).toList();
  }

  /** What ended an attempt, and the file that was at work. */
  private record Failure(String path, String what, boolean ofMemory, boolean mayBeMended) {}

  private void blame(Failure failure, List<SourceUnit> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    boolean isOurs = waiting.stream().anyMatch(unit -> unit.path().equals(failure.path()));
    if (isOurs && failure.mayBeMended() && plain.add(failure.path())) {
      return;
    }
    boolean isNew = hidden.add(failure.path());
    String culprit = failure.path();
    if ((!isOurs && !isNew) || failure.path().isEmpty()) {
      culprit = waiting.get(0).path();
      hidden.add(culprit);
    }
    String path = culprit;
    if (waiting.removeIf(unit -> unit.path().equals(path))) {
      results.put(path, UnitResult.failed(path, failure.what()));
    }
    if (failure.ofMemory()) {
      memoryFailures++;
    }
    if (memoryFailures > 1) {
      for (SourceUnit unit : waiting) {
        results.put(unit.path(), UnitResult.failed(unit.path(), failure.what()));
      }
      waiting.clear();
    }
  }

  /** One thread and what it was given. */
  private final class Attempt {
    private final Deadline deadline = new Deadline();
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    private final Map<String, UnitResult> delivered = new LinkedHashMap<>();
    private final Batch batch =
        new Batch(
            sources, classes, new TreeSet<>(hidden), new TreeSet<>(plain), deadline, this::accept);

    private synchronized void accept(UnitResult result) {
      if (!deadline.hasPassed()) {
        delivered.put(result.path(), result);
      }
    }

    private synchronized void close() {
      results.putAll(delivered);
      deadline.pass();
    }

    @Nullable Failure run(List<SourceUnit> units) {
      Thread thread = new Thread(null, () -> work(units), "java-front-end-batch", STACK_BYTES);
      thread.setDaemon(true);
      thread.start();
      try {
        while (true) {
          thread.join(POLL_MILLIS);
          if (!thread.isAlive()) {
            close();
            return failure();
          }
          Batch.Step step = batch.current();
          if (!step.path().isEmpty() && System.nanoTime() - step.since() > nanosPerFile) {
            close();
            return new Failure(
                step.path(), "the file took longer than the limit for one file", false, false);
          }
        }
      } catch (InterruptedException interrupted) {
        close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while lowering", interrupted);
      }
    }

    private void work(List<SourceUnit> units) {
      try {
        batch.run(units);
      } catch (Throwable failure) {
        thrown.set(failure);
      }
    }

    /** {@return what was thrown and where, in one line} */
    private static String describe(Throwable failure) {
      StackTraceElement[] trace = failure.getStackTrace();
      String where =
          trace.length == 0
              ? ""
              : " at %s.%s:%d"
                  .formatted(
                      trace[0].getClassName(), trace[0].getMethodName(), trace[0].getLineNumber());
      return failure.getClass().getSimpleName() + where;
    }

    private @Nullable Failure failure() {
      Throwable failure = thrown.get();
      if (failure == null) {
        return null;
      }
      String path = batch.current().path();
      if (failure instanceof StackOverflowError) {
        return new Failure(path, "the file is nested too deeply for the compiler", false, false);
      }
      if (failure instanceof OutOfMemoryError) {
        return new Failure(path, "the memory was used up at this file", true, false);
      }
      return new Failure(
          path, "the compiler failed on this file: " + describe(failure), false, true);
    }
  }
}
