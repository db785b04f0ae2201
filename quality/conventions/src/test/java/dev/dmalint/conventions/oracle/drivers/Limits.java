package dev.dmalint.conventions.oracle.drivers;

import static dev.dmalint.iokit.IOBufferMemoryDescriptor.kIOMemoryPhysicallyContiguous;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.MlPhys;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Task;

/** Addresses that are too long, too wide, or of too little. */
public final class Limits {
  private static final long BIG = 1 << 20;
  private static final long MEDIUM = 65536;
  private static final long LOW_4_GIB = 0xFFFF_F000L;

  private Limits() {}

  /** The first segment for the whole buffer. */
  public static final class E09FirstSegment extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, MEDIUM));
      reads(first(command).fIOVMAddr, MEDIUM);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** Contiguous for the mapper only, read by the CPU at its physical address. */
  public static final class E10ContiguousPhysical extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory =
          IOBufferMemoryDescriptor.inTaskWithOptions(
              Task.kernel_task, kIODirectionInOut | kIOMemoryPhysicallyContiguous, MEDIUM, 4096);
      IOLib.memset(memory.getBytesNoCopy(), 0x11, MEDIUM);
      long base = memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
      check(MlPhys.ml_phys_read_64(base + 32768) == 0x11111111);
      return true;
    }
  }

  /** A mask that bounds I/O addresses, believed to bound physical ones. */
  public static final class E11Mask extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory =
          IOBufferMemoryDescriptor.inTaskWithPhysicalMask(
              Task.kernel_task, kIODirectionInOut, 4096, LOW_4_GIB);
      IOLib.memset(memory.getBytesNoCopy(), 0x11, 4096);
      int address = (int) memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
      check(MlPhys.ml_phys_read_64(address & 0xFFFF_FFFFL) == 0x11111111);
      return true;
    }
  }

  /** 32 bits of an address in a small buffer. */
  public static final class E12Small extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, 8192));
      int address = (int) first(command).fIOVMAddr;
      reads(address & 0xFFFF_FFFFL, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** 32 bits of an address in a big buffer. */
  public static final class E12Big extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, BIG));
      int address = (int) first(command).fIOVMAddr;
      reads(address & 0xFFFF_FFFFL, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** The low half of a register pair. */
  public static final class E13LowHalf extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor entries = memory(kIODirectionInOut, 4096);
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(entries);
      IOBufferMemoryDescriptor data = memory(kIODirectionInOut, 4096);
      IODMACommand other = mapped(64);
      other.setMemoryDescriptor(data);
      long bytes = entries.getBytesNoCopy();
      OSByteOrder.OSWriteLittleInt64(bytes, 0, first(other).fIOVMAddr);
      OSByteOrder.OSWriteLittleInt32(bytes, 8, 64);
      OSByteOrder.OSWriteLittleInt32(bytes, 12, READS);
      beginLow((int) first(command).fIOVMAddr, 1);
      check(sum() == 0x11 * 64);
      command.clearMemoryDescriptor();
      other.clearMemoryDescriptor();
      return true;
    }
  }

  /** An engine with 32 address lines that is said to have 64. */
  @Personality(providerClass = "IOPCIDevice", pciMatch = "0x53481234")
  public static final class E14Width extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, 8192));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** As many segments as there is room for, whatever there are. */
  public static final class E21ShortResult extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, MEDIUM));
      Segment64[] segments = {new Segment64(), new Segment64()};
      long[] offset = {0};
      int[] count = {segments.length};
      command.gen64IOVMSegments(offset, segments, count);
      for (int i = 0; i < count[0]; i++) {
        entry(i, segments[i].fIOVMAddr, segments[i].fLength, READS);
      }
      begin(count[0]);
      check(sum() == (int) (0x11 * MEDIUM));
      command.clearMemoryDescriptor();
      return true;
    }
  }
}
