package dev.dmalint.machine;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Time of a machine: it passes when the driver waits, and things happen meanwhile. */
final class Clock {
  private static final int ROUNDS = 64;

  private record Due(long at, long order, Runnable action) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final Deque<BooleanSupplier> interrupts = new ArrayDeque<>();
  private final Runnable devices;
  private long now;
  private long order;

  /** A clock at 0. */
  Clock(Runnable devices) {
    this.devices = devices;
  }

  void after(long microseconds, Runnable action) {
    queue.add(new Due(now + microseconds, order++, action));
  }

  void raise(BooleanSupplier interrupt) {
    interrupts.add(interrupt);
  }

  /** Lets devices act and delivers interrupts, until nothing is left to do. */
  void settle() {
    for (int i = 0; i < ROUNDS; i++) {
      devices.run();
      Deque<BooleanSupplier> now = new ArrayDeque<>(interrupts);
      interrupts.clear();
      boolean delivered = false;
      for (BooleanSupplier interrupt : now) {
        if (interrupt.getAsBoolean()) {
          delivered = true;
        } else {
          interrupts.add(interrupt);
        }
      }
      if (!delivered) {
        return;
      }
    }
  }

  void pass(long microseconds) {
    long end = now + microseconds;
    settle();
    while (!queue.isEmpty() && queue.element().at() <= end) {
      Due due = queue.remove();
      now = Math.max(now, due.at());
      due.action().run();
      settle();
    }
    now = end;
  }
}
