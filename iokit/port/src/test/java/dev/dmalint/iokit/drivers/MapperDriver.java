package dev.dmalint.iokit.drivers;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMAMapPageList;
import dev.dmalint.iokit.IODMAMapSpecification;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;

/** A driver that reaches the mapper's protected switch, and one's own mapper. */
final class MapperDriver extends IOMapper {
  static boolean turnOff() {
    checkForSystemMapper();
    if (IOMapper.gSystem != null) {
      setMapperRequired(false);
    }
    return IOMapper.gSystem == null;
  }

  static long tables(int cpaPage) {
    int run = IOMapper.IOMapperIOVMAlloc(1);
    int page = IOMapper.IOMapperInsertPage(run, 0, cpaPage);
    IOMapper.IOMappedWrite32((long) page << 12, IOMapper.IOMappedRead32((long) run << 12));
    IOMapper.IOMappedWrite64(0, IOMapper.IOMappedRead64(0));
    IOMapper.IOMappedWrite8(0, IOMapper.IOMappedRead8(0) + IOMapper.IOMappedRead16(0));
    IOMapper.IOMapperIOVMFree(run, 1);
    return IOMapper.gSystem.mapToPhysicalAddress((long) page << 12);
  }

  @Override
  public long getPageSize() {
    return 4096;
  }

  @Override
  public int iovmMapMemory(
      IOMemoryDescriptor memory,
      long descriptorOffset,
      long length,
      int mapOptions,
      IODMAMapSpecification mapSpecification,
      IODMACommand dmaCommand,
      IODMAMapPageList pageList,
      long[] mapAddress,
      long[] mapLength) {
    mapAddress[0] = memory.getPhysicalSegment(descriptorOffset, null, kIODMAMapReadAccess);
    return iovmInsert(mapOptions, mapAddress[0], 0, mapSpecification.alignment, length);
  }

  @Override
  public int iovmUnmapMemory(
      IOMemoryDescriptor memory, IODMACommand dmaCommand, long mapAddress, long mapLength) {
    return 0;
  }
}
