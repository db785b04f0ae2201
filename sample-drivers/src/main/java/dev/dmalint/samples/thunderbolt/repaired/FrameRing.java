package dev.dmalint.samples.thunderbolt.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
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
  private record Frame(MappedMemory pixels, MappedMemory pages) {}

  private final MappedMemory slots;
  private final List<Frame> frames = new ArrayList<>();

  private FrameRing(MappedMemory slots) {
    this.slots = slots;
  }

  /** {@return a ring, or null where memory is short} */
  static FrameRing withFrames(IOPCIDevice card, int count) {
    MappedMemory slots = mapped(card, IOMemoryDescriptor.kIODirectionInOut, PAGE);
    if (slots == null) {
      return null;
    }
    FrameRing ring = new FrameRing(slots);
    for (int i = 0; i < count; i++) {
      MappedMemory pixels = mapped(card, IOMemoryDescriptor.kIODirectionIn, FRAME_PAGES * PAGE);
      MappedMemory pages = mapped(card, IOMemoryDescriptor.kIODirectionOut, PAGE);
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

  private static MappedMemory mapped(IOPCIDevice card, int direction, long bytes) {
    IOBufferMemoryDescriptor memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, direction, bytes, PAGE);
    return memory == null ? null : MappedMemory.of(card, memory);
  }

  int frames() {
    return frames.size();
  }

  long address() {
    return slots.pages()[0];
  }

  /** {@return whether every page got its address} */
  boolean describe() {
    long table = slots.bytes();
    int index = 0;
    for (Frame frame : frames) {
      long[] pages = frame.pixels().pages();
      if (pages.length != FRAME_PAGES || frame.pages().pages().length != 1) {
        return false;
      }
      long list = frame.pages().bytes();
      for (int page = 0; page < FRAME_PAGES; page++) {
        OSByteOrder.OSWriteLittleInt64(list, 8L * page, pages[page]);
      }
      long slot = (long) SLOT * index++;
      OSByteOrder.OSWriteLittleInt64(table, slot, frame.pages().pages()[0]);
      OSByteOrder.OSWriteLittleInt32(table, slot + 8, FRAME_PAGES);
      OSByteOrder.OSWriteLittleInt32(table, slot + 12, OWNED_BY_CARD);
    }
    return slots.pages().length == 1;
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
