package dev.dmalint.iokit;

import java.util.ArrayList;
import java.util.List;

/** Portions of descriptors, one after the other; each question goes to the one it falls in. */
final class Portions {
  private record Portion(IOMemoryDescriptor memory, long from, long start, long length) {}

  private final List<Portion> portions = new ArrayList<>();
  private long length;

  void add(IOMemoryDescriptor memory, long from, long bytes) {
    memory.retain();
    portions.add(new Portion(memory, from, length, bytes));
    length += bytes;
  }

  long length() {
    return length;
  }

  List<IOMemoryDescriptor> all() {
    return portions.stream().map(Portion::memory).toList();
  }

  int prepare(int direction) {
    for (int i = 0; i < portions.size(); i++) {
      int result = portions.get(i).memory.prepare(direction);
      if (result != IOReturn.kIOReturnSuccess) {
        for (int undo = i - 1; undo >= 0; undo--) {
          portions.get(undo).memory.complete(direction);
        }
        return result;
      }
    }
    return IOReturn.kIOReturnSuccess;
  }

  int complete(int direction) {
    int result = IOReturn.kIOReturnSuccess;
    for (Portion portion : portions) {
      int one = portion.memory.complete(direction);
      result = one == IOReturn.kIOReturnSuccess ? result : one;
    }
    return result;
  }

  long segment(long offset, long[] run, int options) {
    Portion portion = at(offset);
    long[] length = new long[1];
    long inside = offset - portion.start;
    long address = portion.memory.getPhysicalSegment(portion.from + inside, length, options);
    if (run != null) {
      run[0] = Math.min(length[0], portion.length - inside);
    }
    return address;
  }

  long walk(long offset, long[] run) {
    Portion portion = at(offset);
    long inside = offset - portion.start;
    long address = portion.memory.walk(portion.from + inside, run);
    run[0] = Math.min(run[0], portion.length - inside);
    return address;
  }

  long cpuSegment(long offset, long[] run) {
    Portion portion = at(offset);
    long inside = offset - portion.start;
    long address = portion.memory.cpuSegment(portion.from + inside, run);
    run[0] = Math.min(run[0], portion.length - inside);
    return address;
  }

  boolean isReadOnly() {
    return portions.stream().anyMatch(portion -> portion.memory.isReadOnly());
  }

  boolean isWired() {
    return portions.stream().allMatch(portion -> portion.memory.isWired());
  }

  void release() {
    portions.forEach(portion -> portion.memory.release());
    portions.clear();
    length = 0;
  }

  private Portion at(long offset) {
    return portions.stream()
        .filter(portion -> offset < portion.start + portion.length)
        .findFirst()
        .orElseThrow(() -> new KernelPanic("offset beyond a composite descriptor"));
  }
}
