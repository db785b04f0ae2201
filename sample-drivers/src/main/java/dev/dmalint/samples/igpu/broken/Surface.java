package dev.dmalint.samples.igpu.broken;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Task;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Pixels in main memory, and the addresses of their pages. */
final class Surface {
  private static final int PAGE = 4096;

  private final IOBufferMemoryDescriptor pixels;
  private final IODMACommand command;
  private long[] pages = new long[0];

  private Surface(IOBufferMemoryDescriptor pixels, IODMACommand command) {
    this.pixels = pixels;
    this.command = command;
  }

  static Surface ofBytes(IOService gpu, long bytes) {
    long rounded = (bytes + PAGE - 1) / PAGE * PAGE;
    IOBufferMemoryDescriptor pixels =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, rounded, PAGE);
    if (pixels == null) {
      return null;
    }
    IOMapper mapper = IOMapper.copyMapperForDevice(gpu);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 39, PAGE, IODMACommand.kMapped, 0, PAGE, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null) {
      pixels.release();
      return null;
    }
    Surface surface = new Surface(pixels, command);
    if (command.setMemoryDescriptor(pixels) != IOReturn.kIOReturnSuccess || !surface.locate()) {
      surface.release();
      return null;
    }
    return surface;
  }

  private boolean locate() {
    pages = new long[(int) (pixels.getLength() / PAGE)];
    Segment64[] segments = new Segment64[pages.length];
    Arrays.setAll(segments, index -> new Segment64());
    long[] offset = {0};
    int[] count = {segments.length};
    // source mapped-address-to-physical-consumer
    int result = command.gen64IOVMSegments(offset, segments, count);
    for (int i = 0; i < pages.length; i++) {
      pages[i] = segments[i].fIOVMAddr;
    }
    return result == IOReturn.kIOReturnSuccess && offset[0] == pixels.getLength();
  }

  LongStream pages() {
    return Arrays.stream(pages);
  }

  void release() {
    command.clearMemoryDescriptor();
    command.release();
    pixels.release();
  }
}
