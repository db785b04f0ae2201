package dev.dmalint.analyzer.frontend.java;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does one thing to many, a few at a time, and keeps their order. */
final class Workers {
  private static final int SLICES_PER_THREAD = 4;
  private final int threads;

  Workers(int threads) {
    this.threads = threads;
  }

  /** {@return what {@code work} makes of each item, in the order of the items} */
  <A, B> List<B> map(List<A> items, Function<A, B> work) {
    if (threads == 1 || items.size() < 2) {
      return items.stream().map(work).toList();
    }
    int slice = Math.max(1, items.size() / (threads * SLICES_PER_THREAD));
    List<Callable<List<B>>> slices = new ArrayList<>();
    for (int from = 0; from < items.size(); from += slice) {
      List<A> part = items.subList(from, Math.min(items.size(), from + slice));
      slices.add(() -> part.stream().map(work).toList());
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
    try {
      List<B> results = new ArrayList<>(items.size());
      for (Future<List<B>> done : pool.invokeAll(slices)) {
        results.addAll(done.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading sources", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a worker failed", failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "java-front-end");
    thread.setDaemon(true);
    return thread;
  }
}
