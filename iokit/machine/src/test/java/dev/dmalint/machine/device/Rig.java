package dev.dmalint.machine.device;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.machine.Machine;
import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.Device.Kind;
import dev.dmalint.machine.bus.Device.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A machine with one device, and what a driver needs to use it: a window and buffers. */
public final class Rig {
  /**
   * Memory in one piece for the device.
   *
   * @param cpu where the CPU finds it
   * @param bus where the device finds it
   * @param physical where it is
   */
  public record Buffer(long cpu, long bus, long physical) {}

  private final Machine machine;
  private final IOPCIDevice nub;
  private final long window;
  private int interrupts;

  private Rig(String world, Device device) {
    machine = Machine.boot(Machine.world(world));
    nub = machine.attach(device);
    window =
        machine.run(
            () -> {
              nub.setBusLeadEnable(true);
              return nub.getDeviceMemoryWithIndex(memoryWindow(device)).map().getVirtualAddress();
            });
  }

  /** Which of its windows is the first of memory. */
  private static int memoryWindow(Device device) {
    List<Window> windows = device.identity().bars();
    return (int) windows.stream().takeWhile(window -> window.kind() == Kind.PORTS).count();
  }

  /** A machine of a world, with the device in its first slot and bus lead on. */
  public static Rig of(String world, Device device) {
    return new Rig(world, device);
  }

  public Machine machine() {
    return machine;
  }

  public IOPCIDevice nub() {
    return nub;
  }

  /** Counts the interrupts of a source from now on. */
  public void listen(int source) {
    machine.run(
        () -> {
          nub.registerInterrupt(source, null, (target, refCon, of, number) -> interrupts++);
          nub.enableInterrupt(source);
        });
  }

  public int interrupts() {
    return interrupts;
  }

  public int read(long register) {
    return machine.run(() -> OSByteOrder.OSReadLittleInt32(window, register));
  }

  public void write(long register, int value) {
    machine.run(() -> OSByteOrder.OSWriteLittleInt32(window, register, value));
  }

  public void write16(long register, int value) {
    machine.run(() -> OSByteOrder.OSWriteLittleInt16(window, register, value));
  }

  public void write8(long register, int value) {
    machine.run(() -> OSByteOrder.OSWriteInt8(window, register, value));
  }

  public void write64(long register, long value) {
    machine.run(() -> OSByteOrder.OSWriteLittleInt64(window, register, value));
  }

  /** The two halves of an address, low half first. */
  public void writeHalves(long register, long value) {
    write(register, (int) value);
    write(register + 4, (int) (value >>> 32));
  }

  /** Memory in one piece for both directions, page-aligned, with the device's own mapper. */
  public Buffer buffer(int bytes) {
    return buffer(bytes, 64, IOMemoryDescriptor.kIODirectionInOut);
  }

  public Buffer buffer(int bytes, int addressBits, int direction) {
    return machine.run(
        () -> {
          IOBufferMemoryDescriptor memory =
              IOBufferMemoryDescriptor.withOptions(
                  direction | IOBufferMemoryDescriptor.kIOMemoryHostPhysicallyContiguous,
                  bytes,
                  4096);
          IODMACommand command =
              IODMACommand.withSpecification(
                  IODMACommand::OutputHost64,
                  addressBits,
                  0,
                  IODMACommand.kMapped,
                  0,
                  1,
                  IOMapper.copyMapperForDevice(nub));
          long bus = command.setMemoryDescriptor(memory) == 0 ? segments(command).get(0) : 0;
          long physical =
              memory.getPhysicalSegment(0, null, IOMemoryDescriptor.kIOMemoryMapperNone);
          return new Buffer(memory.getBytesNoCopy(), bus, physical);
        });
  }

  private static List<Long> segments(IODMACommand command) {
    List<Long> starts = new ArrayList<>();
    long[] offset = {0};
    Segment64[] room = {new Segment64(), new Segment64(), new Segment64(), new Segment64()};
    int[] count = {room.length};
    if (command.gen64IOVMSegments(offset, room, count) == IOReturn.kIOReturnSuccess) {
      for (int i = 0; i < count[0]; i++) {
        starts.add(room[i].fIOVMAddr);
      }
    }
    return starts;
  }

  public void put32(Buffer buffer, long offset, int value) {
    machine.run(() -> OSByteOrder.OSWriteLittleInt32(buffer.cpu(), offset, value));
  }

  public void put64(Buffer buffer, long offset, long value) {
    machine.run(() -> OSByteOrder.OSWriteLittleInt64(buffer.cpu(), offset, value));
  }

  public int get32(Buffer buffer, long offset) {
    return machine.run(() -> OSByteOrder.OSReadLittleInt32(buffer.cpu(), offset));
  }

  public long get64(Buffer buffer, long offset) {
    return machine.run(() -> OSByteOrder.OSReadLittleInt64(buffer.cpu(), offset));
  }

  public int get8(Buffer buffer, long offset) {
    return machine.run(() -> OSByteOrder.OSReadInt8(buffer.cpu(), offset));
  }

  public void settle() {
    machine.settle();
  }

  public <T> T run(Supplier<T> action) {
    return machine.run(action);
  }
}
