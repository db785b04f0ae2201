package dev.dmalint.samples.hda.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
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
  private IODMACommand samplesCommand;
  private IODMACommand listCommand;

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
    samplesCommand = command(controller);
    listCommand = command(controller);
    if (samples == null || list == null || samplesCommand == null || listCommand == null) {
      return false;
    }
    if (samplesCommand.setMemoryDescriptor(samples) != IOReturn.kIOReturnSuccess
        || listCommand.setMemoryDescriptor(list) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    int pieces = describe();
    Segment64[] start = segments(1);
    long[] offset = {0};
    int[] count = {1};
    if (pieces == 0
        || listCommand.gen64IOVMSegments(offset, start, count) != IOReturn.kIOReturnSuccess
        || offset[0] != list.getLength()) {
      return false;
    }
    program(start[0].fIOVMAddr, pieces);
    controller.setProperty("OutputPieces", pieces, 32);
    return true;
  }

  private static IODMACommand command(IOPCIDevice controller) {
    IOMapper mapper = IOMapper.copyMapperForDevice(controller);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, IODMACommand.kMapped, 0, 128, mapper);
    if (mapper != null) {
      mapper.release();
    }
    return command;
  }

  private static Segment64[] segments(int count) {
    Segment64[] segments = new Segment64[count];
    Arrays.setAll(segments, index -> new Segment64());
    return segments;
  }

  private int describe() {
    Segment64[] segments = segments(PIECES);
    long[] offset = {0};
    int[] count = {PIECES};
    int result = samplesCommand.gen64IOVMSegments(offset, segments, count);
    if (result != IOReturn.kIOReturnSuccess || offset[0] != SAMPLES) {
      return 0;
    }
    long entry = list.getBytesNoCopy();
    for (int i = 0; i < count[0]; i++) {
      OSByteOrder.OSWriteLittleInt64(entry, 0, segments[i].fIOVMAddr);
      OSByteOrder.OSWriteLittleInt32(entry, 8, (int) segments[i].fLength);
      OSByteOrder.OSWriteLittleInt32(entry, 12, i == count[0] - 1 ? 1 : 0);
      entry += 16;
    }
    return count[0];
  }

  private void program(long listAddress, int pieces) {
    long base = registers.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt32(base, block() + 0x08, SAMPLES);
    OSByteOrder.OSWriteLittleInt16(base, block() + 0x0c, pieces - 1);
    OSByteOrder.OSWriteLittleInt32(base, block() + 0x18, (int) listAddress);
    OSByteOrder.OSWriteLittleInt32(base, block() + 0x1c, (int) (listAddress >>> 32));
  }

  void run() {
    OSByteOrder.OSWriteInt8(registers.getVirtualAddress(), block(), 2);
  }

  void close() {
    OSByteOrder.OSWriteInt8(registers.getVirtualAddress(), block(), 0);
    release(samplesCommand);
    release(listCommand);
    if (list != null) {
      list.release();
    }
    if (samples != null) {
      samples.release();
    }
  }

  private static void release(IODMACommand command) {
    if (command != null) {
      command.clearMemoryDescriptor();
      command.release();
    }
  }
}
