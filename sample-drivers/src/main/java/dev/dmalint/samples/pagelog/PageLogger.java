package dev.dmalint.samples.pagelog;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.iokit.Task;
import dev.dmalint.iokit.VmParam;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A driver in the making: it tells its author where each page of its buffer lies, in every space it
 * can ask for, and gives its device the one address that is meant for it.
 */
@Personality(name = "Test board", providerClass = "IOPCIDevice", pciMatch = "0x905410b5")
public final class PageLogger extends IOService {
  private static final System.Logger LOG = System.getLogger(PageLogger.class.getName());
  private static final int PAGE = 4096;
  private static final int BYTES = 8 * PAGE;
  private static final long LOCAL_ADDRESS = 0x84;
  private static final long BYTE_COUNT = 0x8c;

  private IOPCIDevice board;
  private IOBufferMemoryDescriptor buffer;
  private IODMACommand command;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    board = (IOPCIDevice) provider;
    if (!board.open(this)) {
      return false;
    }
    board.setMemoryEnable(true);
    board.setBusLeadEnable(true);
    buffer =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task,
            IOMemoryDescriptor.kIODirectionIn
                | IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous,
            BYTES,
            PAGE);
    if (buffer == null || !program()) {
      stop(provider);
      return false;
    }
    describe();
    registerService();
    return true;
  }

  private boolean program() {
    IOMapper mapper = IOMapper.copyMapperForDevice(board);
    command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 1, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null || command.setMemoryDescriptor(buffer) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    long[] offset = {0};
    Segment64[] whole = {new Segment64()};
    int[] count = {1};
    if (command.gen64IOVMSegments(offset, whole, count) != IOReturn.kIOReturnSuccess
        || offset[0] != BYTES) {
      return false;
    }
    board.deviceMemoryWrite64(0, LOCAL_ADDRESS, whole[0].fIOVMAddr);
    board.deviceMemoryWrite32(0, BYTE_COUNT, BYTES);
    compare(whole[0].fIOVMAddr);
    return true;
  }

  private void compare(long device) {
    long physical = buffer.getPhysicalSegment(0, null, IOMemoryDescriptor.kIOMemoryMapperNone);
    if (device == physical) {
      IOLib.IOLog("pagelog: no translation\n");
    } else {
      IOLib.IOLog("pagelog: device %llx, physical %llx\n", device, physical);
    }
    setProperty("Translated", device != physical);
    setProperty("SystemAddress", buffer.getPhysicalAddress(), 64);
  }

  private void describe() {
    List<Long> pages = new ArrayList<>();
    for (long at = 0; at < BYTES; at += PAGE) {
      pages.add(buffer.getPhysicalSegment(at, null, IOMemoryDescriptor.kIOMemoryMapperNone));
    }
    Collections.sort(pages);
    int holes = 0;
    for (int i = 1; i < pages.size(); i++) {
      holes += pages.get(i) - pages.get(i - 1) == PAGE ? 0 : 1;
    }
    String list =
        pages.stream()
            .map(page -> String.format(Locale.ROOT, "%x", page))
            .collect(Collectors.joining(" "));
    LOG.log(System.Logger.Level.DEBUG, "pages {0}, holes {1}", list, holes);
    int frame = Pmap.pmap_find_phys(Pmap.kernel_pmap, buffer.getBytesNoCopy());
    assert pages.contains((long) frame << VmParam.PAGE_SHIFT) : "not a page of mine";
  }

  @Override
  public void stop(IOService provider) {
    if (command != null) {
      command.clearMemoryDescriptor();
      command.release();
      command = null;
    }
    if (buffer != null) {
      buffer.release();
      buffer = null;
    }
    board.setBusLeadEnable(false);
    board.close(this);
    super.stop(provider);
  }
}
