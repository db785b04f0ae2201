package dev.dmalint.samples.trace.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Task;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a trace ring for each processor and shows each ring to a reader that knows it only by its
 * physical address.
 */
@Personality(name = "Trace", providerClass = "IOResources")
public final class TraceBuffer extends IOService {
  private static final int PROCESSORS = 4;
  private static final long BYTES = 4096;

  private final Map<Integer, IOBufferMemoryDescriptor> rings = new HashMap<>();
  private final Map<Integer, Long> addresses = new HashMap<>();
  private final Map<Integer, IOMemoryMap> views = new HashMap<>();

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    for (int processor = 0; processor < PROCESSORS; processor++) {
      IOBufferMemoryDescriptor ring =
          IOBufferMemoryDescriptor.inTaskWithOptions(
              Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, BYTES, BYTES);
      if (ring == null) {
        stop(provider);
        return false;
      }
      rings.put(processor, ring);
      long address = ring.getPhysicalSegment(0, null, IOMemoryDescriptor.kIOMemoryMapperNone);
      addresses.put(processor, address);
    }
    registerService();
    return true;
  }

  /** Adds an event to a processor's ring. */
  public void record(int processor, int event) {
    IOBufferMemoryDescriptor ring = rings.get(processor);
    if (ring != null) {
      long bytes = ring.getBytesNoCopy();
      int next = OSByteOrder.OSReadLittleInt32(bytes, 0);
      OSByteOrder.OSWriteLittleInt32(bytes, 4 + 4L * (next % 1000), event);
      OSByteOrder.OSWriteLittleInt32(bytes, 0, next + 1);
    }
  }

  /** {@return the number of events in the ring of that processor, as a reader sees it} */
  public int read(int processor) {
    IOMemoryMap view = views.computeIfAbsent(processor, this::view);
    return view == null ? 0 : OSByteOrder.OSReadLittleInt32(view.getVirtualAddress(), 0);
  }

  private IOMemoryMap view(int processor) {
    Long address = addresses.get(processor);
    if (address == null) {
      return null;
    }
    IOMemoryDescriptor memory = describe(address);
    if (memory == null) {
      return null;
    }
    IOMemoryMap view = memory.map(IOMemoryDescriptor.kIOMapReadOnly);
    memory.release();
    return view;
  }

  private static IOMemoryDescriptor describe(long address) {
    int options = IOMemoryDescriptor.kIODirectionInOut | IOMemoryDescriptor.kIOMemoryMapperNone;
    return IOMemoryDescriptor.withAddressRange(address, BYTES, options, null);
  }

  @Override
  public void stop(IOService provider) {
    views.values().forEach(IOMemoryMap::release);
    views.clear();
    addresses.clear();
    rings.values().forEach(IOBufferMemoryDescriptor::release);
    rings.clear();
    super.stop(provider);
  }
}
