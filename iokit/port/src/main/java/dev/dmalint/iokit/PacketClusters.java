package dev.dmalint.iokit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * The memory that packets are made of. On kernels that enter it in the system mapper it stays there
 * for good; a cluster that is given back is handed out again.
 */
final class PacketClusters {
  private static final int SMALL = 2048;

  private final Map<Long, Long> deviceAddresses = new TreeMap<>();
  private final Map<Long, Deque<Long>> free = new TreeMap<>();

  private PacketClusters() {}

  static PacketClusters of(Kernel kernel) {
    return (PacketClusters)
        kernel.portState().computeIfAbsent(PacketClusters.class, key -> new PacketClusters());
  }

  /** Bytes of the cluster that holds so many. */
  static long sizeFor(Kernel kernel, long length) {
    long page = 1L << kernel.pageShift();
    return length <= SMALL ? SMALL : (length + page - 1) & -page;
  }

  /** A cluster, or 0 without memory. */
  long take(Kernel kernel, long size) {
    Deque<Long> waiting = free.computeIfAbsent(size, key -> new ArrayDeque<>());
    if (waiting.isEmpty()) {
      grow(kernel, size, waiting);
    }
    return waiting.isEmpty() ? 0 : waiting.remove();
  }

  void give(long cluster, long size) {
    free.get(size).addFirst(cluster);
  }

  private void grow(Kernel kernel, long size, Deque<Long> waiting) {
    long page = 1L << kernel.pageShift();
    int count = (int) Math.max(1, size / page);
    long[] pages = kernel.fails("allocate") ? null : kernel.allocatePages(count, -1, false, 1);
    if (pages == null) {
      return;
    }
    long start = kernel.map(Task.kernel_task, pages, 0);
    if (kernel.entersPackets()) {
      enter(kernel, start, pages);
    }
    for (long at = 0; at < count * page; at += size) {
      waiting.add(start + at);
    }
  }

  private void enter(Kernel kernel, long start, long[] pages) {
    int shift = kernel.pageShift();
    int run = IOMapper.IOMapperIOVMAlloc(pages.length);
    for (int i = 0; i < pages.length; i++) {
      int page = IOMapper.IOMapperInsertPage(run, i, (int) (pages[i] >>> shift));
      deviceAddresses.put(start + ((long) i << shift), Integer.toUnsignedLong(page) << shift);
    }
  }

  /** What a device takes a pointer into a packet by; 0 outside of packets that are entered. */
  long deviceAddress(Kernel kernel, long pointer) {
    if (!kernel.entersPackets()) {
      return Pmap.kvtophys(pointer);
    }
    long mask = (1L << kernel.pageShift()) - 1;
    Long page = deviceAddresses.get(pointer & ~mask);
    return page == null ? 0 : page | (pointer & mask);
  }
}
