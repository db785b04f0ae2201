package dev.dmalint.samples.hda.broken;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryCursor.PhysicalSegment;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IONaturalMemoryCursor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;
import java.util.Arrays;

/** A stream: samples, and the list of their pieces that the controller reads. */
abstract class AudioStream {
  private static final int SAMPLES = 64 * 1024;
  private static final int PIECES = 64;

  private final IOMemoryMap registers;
  private IOBufferMemoryDescriptor samples;
  private IOBufferMemoryDescriptor list;
  private IONaturalMemoryCursor cursor;

  AudioStream(IOMemoryMap registers) {
    this.registers = registers;
  }

  /** {@return where the registers of this stream begin} */
  abstract int block();

  abstract int direction();

  boolean open(IOPCIDevice controller) {
    samples =
        IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, direction(), SAMPLES, 4096);
    list =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionOut, 4096, 4096);
    cursor = IONaturalMemoryCursor.withSpecification(SAMPLES, SAMPLES);
    if (samples == null || list == null || cursor == null) {
      return false;
    }
    int pieces = describe();
    if (pieces == 0) {
      return false;
    }
    PhysicalSegment[] start = {new PhysicalSegment()};
    // source address-of-another-domain
    if (cursor.genPhysicalSegments(list, 0, start, 1) != 1) {
      return false;
    }
    program(start[0].location, pieces);
    controller.setProperty("OutputPieces", pieces, 32);
    return true;
  }

  private int describe() {
    PhysicalSegment[] segments = new PhysicalSegment[PIECES];
    Arrays.setAll(segments, index -> new PhysicalSegment());
    // source address-of-another-domain
    int count = cursor.getPhysicalSegments(samples, 0, segments, PIECES);
    long entry = list.getBytesNoCopy();
    for (int i = 0; i < count; i++) {
      // want address-of-another-domain breaks=P2,P5
      OSByteOrder.OSWriteLittleInt64(entry, 0, segments[i].location);
      OSByteOrder.OSWriteLittleInt32(entry, 8, (int) segments[i].length);
      OSByteOrder.OSWriteLittleInt32(entry, 12, i == count - 1 ? 1 : 0);
      entry += 16;
    }
    return count;
  }

  private void program(long listAddress, int pieces) {
    long base = registers.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt32(base, block() + 0x08, SAMPLES);
    OSByteOrder.OSWriteLittleInt16(base, block() + 0x0c, pieces - 1);
    // want address-of-another-domain breaks=P2,P5
    OSByteOrder.OSWriteLittleInt32(base, block() + 0x18, (int) listAddress);
    OSByteOrder.OSWriteLittleInt32(base, block() + 0x1c, (int) (listAddress >>> 32));
  }

  void run() {
    OSByteOrder.OSWriteInt8(registers.getVirtualAddress(), block(), 2);
  }

  void close() {
    OSByteOrder.OSWriteInt8(registers.getVirtualAddress(), block(), 0);
    if (cursor != null) {
      cursor.release();
    }
    if (list != null) {
      list.release();
    }
    if (samples != null) {
      samples.release();
    }
  }
}
