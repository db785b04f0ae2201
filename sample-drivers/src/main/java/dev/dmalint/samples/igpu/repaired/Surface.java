package dev.dmalint.samples.igpu.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.Task;
import java.util.stream.LongStream;

/** Pixels in main memory, and the addresses of their pages, which this GPU takes untranslated. */
final class Surface {
  private static final int PAGE = 4096;

  private final IOBufferMemoryDescriptor pixels;

  private Surface(IOBufferMemoryDescriptor pixels) {
    this.pixels = pixels;
  }

  static Surface ofBytes(long bytes) {
    long rounded = (bytes + PAGE - 1) / PAGE * PAGE;
    IOBufferMemoryDescriptor pixels =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, rounded, PAGE);
    return pixels == null ? null : new Surface(pixels);
  }

  LongStream pages() {
    return LongStream.range(0, pixels.getLength() / PAGE).map(page -> address(page * PAGE));
  }

  private long address(long offset) {
    return pixels.getPhysicalSegment(offset, null, IOMemoryDescriptor.kIOMemoryMapperNone);
  }

  void release() {
    pixels.release();
  }
}
