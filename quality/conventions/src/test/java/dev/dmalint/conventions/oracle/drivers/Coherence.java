package dev.dmalint.conventions.oracle.drivers;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.OSByteOrder;

/** Right addresses, used against what was agreed for them. */
public final class Coherence {
  private static final long SIZE = 8192;

  private Coherence() {}

  /** Prepared for reading, and written. */
  public static final class E16Direction extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory = memory(kIODirectionOut, SIZE);
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory);
      writes(first(command).fIOVMAddr, 64, memory, memory.getBytesNoCopy());
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** Results that are read before they are copied back. */
  public static final class E17NotCopiedBack extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory = memory(kIODirectionIn, SIZE);
      IODMACommand command = mapped(32);
      command.setMemoryDescriptor(memory);
      writes(first(command).fIOVMAddr, 64, memory, memory.getBytesNoCopy());
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** Data that is written after it was copied. */
  public static final class E18WrittenLate extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory = memory(kIODirectionOut, SIZE);
      IODMACommand command = mapped(32);
      IOLib.bzero(memory.getBytesNoCopy(), SIZE);
      command.setMemoryDescriptor(memory);
      IOLib.memset(memory.getBytesNoCopy(), 0x11, SIZE);
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** A list that has to start at a multiple of 256, in memory that does not care. */
  public static final class E19Alignment extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor gap = IOBufferMemoryDescriptor.withCapacity(80, kIODirectionInOut);
      IOBufferMemoryDescriptor entries =
          IOBufferMemoryDescriptor.withCapacity(64, kIODirectionInOut);
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(entries);
      IODMACommand other = mapped(64);
      other.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      long bytes = entries.getBytesNoCopy();
      OSByteOrder.OSWriteLittleInt64(bytes, 0, first(other).fIOVMAddr);
      OSByteOrder.OSWriteLittleInt32(bytes, 8, 64);
      OSByteOrder.OSWriteLittleInt32(bytes, 12, READS);
      begin(first(command).fIOVMAddr, 1);
      check(sum() == 0x11 * 64 && gap != null);
      command.clearMemoryDescriptor();
      other.clearMemoryDescriptor();
      return true;
    }
  }

  /** A device that may not master the bus. */
  public static final class E20NoBusLead extends Engine {
    @Override
    void enable() {
      // The mistake: setBusLeadEnable(true) is missing.
    }

    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }
}
