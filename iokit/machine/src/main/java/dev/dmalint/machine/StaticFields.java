package dev.dmalint.machine;

import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.VmParam;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What drivers read from static fields: whether there is a system mapper ({@code IOMapper.gSystem},
 * which is {@link SystemMapper#SHARED} or null) and the page size ({@code VmParam}). A process has
 * these fields once, so threads run side by side only while they agree on both; the others wait
 * their turn, in the order they came. A thread never waits while it holds a turn, so nobody blocks
 * anybody for ever.
 */
final class StaticFields {
  /** What the fields say. */
  record Values(boolean systemMapper, int pageShift) {}

  /** A turn, which ends when it is closed; what the thread held before is held again then. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** The process has these fields once. */
  static final StaticFields OF_THE_PROCESS = new StaticFields();

  private static final Values WITHOUT_MACHINE = new Values(false, 12);

  private final Map<Thread, Values> held = new HashMap<>();
  private final Deque<Object> waiting = new ArrayDeque<>();
  private Values now = WITHOUT_MACHINE;

  private StaticFields() {}

  /** Waits until the fields say this for the calling thread. */
  synchronized Turn hold(Values values) {
    Thread thread = Thread.currentThread();
    Values before = held.get(thread);
    exchange(thread, values);
    return () -> end(thread, before);
  }

  /** As if the calling thread had asked for this from the start of its present turn. */
  synchronized void change(Values values) {
    Thread thread = Thread.currentThread();
    if (held.containsKey(thread)) {
      exchange(thread, values);
    }
  }

  /** Ends the turns of a thread that will not end them itself. */
  synchronized void abandon(Thread thread) {
    leave(thread);
  }

  private synchronized void end(Thread thread, @Nullable Values before) {
    if (before != null && held.containsKey(thread)) {
      exchange(thread, before);
    } else {
      leave(thread);
    }
  }

  private void exchange(Thread thread, Values values) {
    if (values.equals(held.get(thread))) {
      return;
    }
    leave(thread);
    await(values);
    write(values);
    held.put(thread, values);
    notifyAll();
  }

  private void leave(Thread thread) {
    if (held.remove(thread) != null) {
      if (held.isEmpty()) {
        write(WITHOUT_MACHINE);
      }
      notifyAll();
    }
  }

  private void await(Values values) {
    Object ticket = new Object();
    waiting.add(ticket);
    boolean interrupted = false;
    while (waiting.element() != ticket || !(held.isEmpty() || values.equals(now))) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    waiting.remove();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("NullAway") // Apple's own field, null where there is no system mapper.
  private void write(Values values) {
    now = values;
    IOMapper.gSystem = values.systemMapper() ? SystemMapper.SHARED : null;
    VmParam.PAGE_SHIFT = values.pageShift();
    VmParam.PAGE_SIZE = 1 << values.pageShift();
    VmParam.PAGE_MASK = VmParam.PAGE_SIZE - 1;
  }
}
