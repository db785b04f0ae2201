package dev.dmalint.iokit;

import java.util.List;

/**
 * The IOVA that belongs to a descriptor: made by the first mapped query or by a command over the
 * whole descriptor in the system mapper, removed by the descriptor's last complete.
 */
final class SharedMapping {
  private final IOGeneralMemoryDescriptor memory;
  private int addressBits = 64;
  private long alignment = 1;
  private IOMapper mapper;
  private long base;
  private long length;
  private DmaLayout layout;
  private DmaUse use;

  SharedMapping(IOGeneralMemoryDescriptor memory) {
    this.memory = memory;
  }

  boolean isLive() {
    return mapper != null;
  }

  /** Demands of the descriptor itself on the IOVA, before it is made. */
  void limitTo(int bits) {
    addressBits = Math.min(addressBits, bits);
  }

  void alignTo(long bytes) {
    alignment = Math.max(alignment, bytes);
  }

  /** Whether a command over all of the memory may use this mapping, which exists or is to come. */
  boolean serves(IODMAMapSpecification spec, long pageSize) {
    int bits = spec.numAddressBits == 0 ? 64 : spec.numAddressBits;
    if (isLive()) {
      return bits >= addressBits && (spec.alignment <= pageSize || spec.alignment <= alignment);
    }
    return spec.alignment <= pageSize || spec.alignment <= alignment;
  }

  /** Makes the mapping; false if the mapper has no room. */
  boolean make(IOMapper in) {
    return make(in, new IODMAMapSpecification()) == IOReturn.kIOReturnSuccess;
  }

  int make(IOMapper in, IODMAMapSpecification wanted) {
    if (isLive()) {
      return IOReturn.kIOReturnSuccess;
    }
    if (wanted.numAddressBits != 0) {
      limitTo(wanted.numAddressBits);
    }
    IODMAMapSpecification spec = new IODMAMapSpecification();
    spec.device = wanted.device;
    spec.options = wanted.options;
    spec.numAddressBits = addressBits;
    spec.alignment = alignment;
    long[] address = new long[1];
    int result = memory.mapFor(in, spec, null, 0, memory.getLength(), address);
    if (result == IOReturn.kIOReturnSuccess) {
      mapper = in;
      base = address[0];
      length = memory.getLength();
      layout = DmaLayout.of(memory, 0, memory.getLength(), Kernel.current().pageShift());
    }
    return result;
  }

  /** Somebody asks for the addresses: from now on devices may use them without a command. */
  void announce() {
    if (use != null) {
      return;
    }
    int rights = memory.deviceRights();
    long first = layout.runs().get(0).at();
    List<IOAddressRange> segments =
        layout.runs().stream()
            .map(run -> new IOAddressRange(base + run.at() - first, run.length()))
            .toList();
    use =
        new DmaUse(
            memory,
            memory,
            mapper,
            segments,
            (rights & IOMapper.kIODMAMapReadAccess) != 0,
            (rights & IOMapper.kIODMAMapWriteAccess) != 0,
            false,
            Long.MAX_VALUE);
    Kernel.current().dmaBegan(use);
  }

  /** The IOVA of a byte; {@code run}, out: bytes that follow. */
  long at(long offset, long[] run) {
    return base + layout.at(offset, run) - layout.runs().get(0).at();
  }

  void remove() {
    if (isLive()) {
      if (use != null) {
        Kernel.current().dmaEnded(use);
        use = null;
      }
      if (base != 0) { // 0 is never an IOVA, but what a mapping of host-only memory gives.
        mapper.iovmUnmapMemory(memory, null, base, length);
      }
      mapper = null;
      layout = null;
    }
  }
}
