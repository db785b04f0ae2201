package dev.dmalint.machine;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMAMapPageList;
import dev.dmalint.iokit.IODMAMapSpecification;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSObject;
import org.jspecify.annotations.Nullable;

/**
 * The system mapper as drivers and the port know it: one object for all machines, which stands for
 * the mapper of the machine that is bound to the calling thread. So {@code IOMapper.gSystem} can be
 * one static field, and what a driver reads there is the object that the port compares with.
 */
final class SystemMapper extends IOMapper {
  /** The only one. */
  static final SystemMapper SHARED = new SystemMapper();

  private SystemMapper() {}

  private static DomainMapper here() {
    if (Kernel.current() instanceof MachineKernel kernel && kernel.ownSystemMapper() != null) {
      kernel.step();
      return kernel.ownSystemMapper();
    }
    throw new KernelPanic("a call of the system mapper, on a machine that has none");
  }

  @Override
  public long getPageSize() {
    return here().getPageSize();
  }

  @Override
  public int iovmMapMemory(
      @Nullable IOMemoryDescriptor memory,
      long descriptorOffset,
      long length,
      int mapOptions,
      @Nullable IODMAMapSpecification mapSpecification,
      @Nullable IODMACommand dmaCommand,
      @Nullable IODMAMapPageList pageList,
      long[] mapAddress,
      long[] mapLength) {
    return here()
        .iovmMapMemory(
            memory,
            descriptorOffset,
            length,
            mapOptions,
            mapSpecification,
            dmaCommand,
            pageList,
            mapAddress,
            mapLength);
  }

  @Override
  public int iovmUnmapMemory(
      @Nullable IOMemoryDescriptor memory,
      @Nullable IODMACommand dmaCommand,
      long mapAddress,
      long mapLength) {
    return here().iovmUnmapMemory(memory, dmaCommand, mapAddress, mapLength);
  }

  @Override
  public int iovmInsert(
      int options, long mapAddress, long offset, long physicalAddress, long length) {
    return here().iovmInsert(options, mapAddress, offset, physicalAddress, length);
  }

  @Override
  public long mapToPhysicalAddress(long mappedAddress) {
    return here().mapToPhysicalAddress(mappedAddress);
  }

  @Override
  public void retain() {
    here().retain();
  }

  @Override
  public void release() {
    here().release();
  }

  @Override
  public int getRetainCount() {
    return here().getRetainCount();
  }

  @Override
  public String getName() {
    return DomainMapper.SYSTEM;
  }

  @Override
  public void setName(String name) {
    here().setName(name);
  }

  @Override
  public @Nullable Object getProperty(String key) {
    return here().getProperty(key);
  }

  @Override
  public @Nullable Object copyProperty(String key) {
    return here().copyProperty(key);
  }

  @Override
  public boolean setProperty(String key, OSObject value) {
    return here().setProperty(key, value);
  }

  @Override
  public boolean setProperty(String key, String value) {
    return here().setProperty(key, value);
  }

  @Override
  public boolean setProperty(String key, boolean value) {
    return here().setProperty(key, value);
  }

  @Override
  public boolean setProperty(String key, long value, int numberOfBits) {
    return here().setProperty(key, value, numberOfBits);
  }

  @Override
  public boolean setProperty(String key, byte[] bytes, int length) {
    return here().setProperty(key, bytes, length);
  }

  @Override
  public void removeProperty(String key) {
    here().removeProperty(key);
  }
}
