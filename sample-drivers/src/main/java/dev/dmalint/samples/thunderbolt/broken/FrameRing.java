package dev.dmalint.samples.thunderbolt.broken;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of slots, {le64 page list, le32 pages, le32 flags} each; a page list holds one le64 for
 * each page of its frame.
 */
final class FrameRing {
  private static final int PAGE = 4096;
  private static final int FRAME_PAGES = 300;
  private static final int SLOT = 16;
  private static final int OWNED_BY_CARD = 0x8000_0000;

  /** A frame and the list of its pages. */
  private record Frame(IOBufferMemoryDescriptor pixels, IOBufferMemoryDescriptor pages) {}

  private final IOBufferMemoryDescriptor slots;
  private final List<Frame> frames = new ArrayList<>();

  private FrameRing(IOBufferMemoryDescriptor slots) {
    this.slots = slots;
  }

  /** {@return a ring, or null where memory is short} */
  static FrameRing withFrames(int count) {
    IOBufferMemoryDescriptor slots = onePage(IOMemoryDescriptor.kIODirectionInOut);
    if (slots == null) {
      return null;
    }
    FrameRing ring = new FrameRing(slots);
    for (int i = 0; i < count; i++) {
      IOBufferMemoryDescriptor pixels =
          IOBufferMemoryDescriptor.inTaskWithOptions(
              Task.kernel_task, IOMemoryDescriptor.kIODirectionIn, FRAME_PAGES * PAGE, PAGE);
      IOBufferMemoryDescriptor pages = onePage(IOMemoryDescriptor.kIODirectionOut);
      if (pixels == null || pages == null) {
        if (pixels != null) {
          pixels.release();
        }
        if (pages != null) {
          pages.release();
        }
        ring.release();
        return null;
      }
      ring.frames.add(new Frame(pixels, pages));
    }
    return ring;
  }

  private static IOBufferMemoryDescriptor onePage(int direction) {
    return IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, direction, PAGE, PAGE);
  }

  int frames() {
    return frames.size();
  }

  long address() {
    return PageLookup.RAW.address(slots, 0);
  }

  void describe() {
    long table = slots.getBytesNoCopy();
    int index = 0;
    for (Frame frame : frames) {
      long list = frame.pages().getBytesNoCopy();
      for (int page = 0; page < FRAME_PAGES; page++) {
        long address = PageLookup.RAW.address(frame.pixels(), (long) page * PAGE);
        // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
        OSByteOrder.OSWriteLittleInt64(list, 8L * page, address);
      }
      long slot = (long) SLOT * index++;
      // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
      OSByteOrder.OSWriteLittleInt64(table, slot, PageLookup.RAW.address(frame.pages(), 0));
      OSByteOrder.OSWriteLittleInt32(table, slot + 8, FRAME_PAGES);
      OSByteOrder.OSWriteLittleInt32(table, slot + 12, OWNED_BY_CARD);
    }
  }

  void release() {
    for (Frame frame : frames) {
      frame.pixels().release();
      frame.pages().release();
    }
    frames.clear();
    slots.release();
  }
}
