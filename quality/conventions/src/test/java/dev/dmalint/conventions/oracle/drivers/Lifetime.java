package dev.dmalint.conventions.oracle.drivers;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.Task;

/** Addresses before or after their time. */
public final class Lifetime {
  private static final long SIZE = 8192;

  private Lifetime() {}

  /** An address of a command that is complete; its buffer is still prepared. */
  public static final class E06AfterComplete extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      long address = first(command).fIOVMAddr;
      command.complete();
      reads(address, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** The same for a part of the buffer. */
  public static final class E06AfterCompleteOfPart extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE), false);
      command.prepare(0, 4096);
      long address = first(command).fIOVMAddr;
      command.complete();
      reads(address, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** An address of a descriptor that is complete; its memory is not yet anybody else's. */
  public static final class E07AfterDescriptor extends Engine {
    @Override
    boolean transfer() {
      long bytes = IOLib.IOMallocAligned(SIZE, 4096);
      IOLib.memset(bytes, 0x11, SIZE);
      IOMemoryDescriptor memory =
          IOMemoryDescriptor.withAddressRange(bytes, SIZE, kIODirectionInOut, Task.kernel_task);
      memory.prepare();
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory);
      long address = first(command).fIOVMAddr;
      command.clearMemoryDescriptor();
      memory.complete();
      memory.release();
      reads(address, 64);
      return true;
    }
  }

  /** An address of a buffer that is free, and whose pages somebody else has by now. */
  public static final class E07AfterFree extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory = memory(kIODirectionInOut, SIZE);
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory);
      long address = first(command).fIOVMAddr;
      command.clearMemoryDescriptor();
      memory.release();
      IOBufferMemoryDescriptor next = memory(kIODirectionInOut, SIZE);
      IOLib.memset(next.getBytesNoCopy(), 0x22, SIZE);
      reads(address, 64);
      return true;
    }
  }

  /** Pageable memory that nobody holds. */
  public static final class E08NotPrepared extends Engine {
    @Override
    boolean transfer() {
      long bytes = IOLib.IOMallocPageable(SIZE, 4096);
      IOMemoryDescriptor memory =
          IOMemoryDescriptor.withAddressRange(bytes, SIZE, kIODirectionInOut, Task.kernel_task);
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory);
      IOLib.memset(bytes, 0x11, SIZE);
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** Completes the buffer under a command that is alive. */
  public static final class E26CompletedBuffer extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory = memory(kIODirectionInOut, SIZE);
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory);
      memory.complete();
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** An address of the last time the command was prepared. */
  public static final class E28OfLastTime extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      long address = first(command).fIOVMAddr;
      command.complete();
      IOBufferMemoryDescriptor other = memory(kIODirectionInOut, SIZE);
      IOLib.memset(other.getBytesNoCopy(), 0x22, SIZE);
      IODMACommand between = mapped(64);
      between.setMemoryDescriptor(other);
      command.prepare();
      reads(address, 64);
      command.clearMemoryDescriptor();
      between.clearMemoryDescriptor();
      return true;
    }
  }

  /** An address from before the command was told to bounce. */
  public static final class E28BeforeBounce extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory = memory(kIODirectionInOut, SIZE);
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory);
      long address = first(command).fIOVMAddr;
      command.synchronize(IODMACommand.kForceDoubleBuffer | kIODirectionOut);
      go(address, 64, WRITES);
      command.complete();
      byte[] bytes = new byte[1];
      memory.readBytes(0, bytes, 1);
      check(bytes[0] == (byte) 0xA5);
      command.clearMemoryDescriptor();
      return true;
    }
  }
}
