package dev.dmalint.conventions.oracle.drivers;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.MlPhys;

/** Addresses of a space that the reader does not read. */
public final class Translation {
  private static final long SIZE = 8192;

  private Translation() {}

  /** A physical segment for a device that masters the bus. */
  public static final class E01PhysicalSegment extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor memory = memory(kIODirectionInOut, 4096);
      reads(memory.getPhysicalSegment(0, null, kIOMemoryMapperNone), 64);
      return true;
    }
  }

  /** The same by a command that does not map. */
  public static final class E01UnmappedCommand extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = command(64, IODMACommand.kUnmapped, null);
      command.setMemoryDescriptor(memory(kIODirectionInOut, 4096));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** A bypassed command that is taken for granted. */
  public static final class E02BypassedCommand extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = command(64, IODMACommand.kBypassed, null);
      command.setMemoryDescriptor(memory(kIODirectionInOut, 4096));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** A command without the device's mapper. */
  public static final class E04NoMapper extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = command(64, IODMACommand.kMapped, null);
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** The descriptor's own mapping, which is the system's. */
  public static final class E04DescriptorAddress extends Engine {
    @Override
    boolean transfer() {
      reads(memory(kIODirectionInOut, SIZE).getPhysicalAddress(), 64);
      return true;
    }
  }

  /** A command that is made before the device is opened, where that switches mappers. */
  public static final class E05BeforeOpen extends Engine {
    private IODMACommand command;

    @Override
    boolean beforeOpen() {
      command = mapped(64);
      return command != null;
    }

    @Override
    boolean transfer() {
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }

  /** A physical address for a descriptor that takes I/O addresses, where many of those are live. */
  public static final class E22PhysicalDescriptor extends Engine {
    private static final long PART = 500 << 10;

    private static void traffic() {
      IOBufferMemoryDescriptor busy = memory(kIODirectionInOut, PART + SIZE);
      IOLib.memset(busy.getBytesNoCopy(), 0x22, PART + SIZE);
      for (int i = 0; i < 130; i++) {
        IODMACommand command = command(64, IODMACommand.kMapped, null);
        command.setMemoryDescriptor(busy, false);
        command.prepare(0, PART);
      }
    }

    @Override
    boolean transfer() {
      traffic();
      IOBufferMemoryDescriptor memory = memory(kIODirectionInOut, SIZE);
      long physical = memory.getPhysicalSegment(0, null, kIOMemoryMapperNone);
      IOMemoryDescriptor again =
          IOMemoryDescriptor.withPhysicalAddress(physical, 64, kIODirectionInOut);
      byte[] bytes = new byte[1];
      again.readBytes(0, bytes, 1);
      check(bytes[0] == 0x11);
      return true;
    }
  }

  /** The address of a window, taken for one of the bus. */
  public static final class E23WindowAddress extends Engine {
    @Override
    boolean transfer() {
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      IODeviceMemory bar = device.getDeviceMemoryWithIndex(0);
      long address = bar.getPhysicalAddress();
      check(MlPhys.ml_phys_read_64(address + 0x10) == sum());
      return true;
    }
  }

  /** A mapped address for the CPU. */
  public static final class E24PhysicalRead extends Engine {
    @Override
    boolean transfer() {
      long address = memory(kIODirectionInOut, SIZE).getPhysicalAddress();
      check(MlPhys.ml_phys_read_64(address) == 0x11111111);
      return true;
    }
  }

  /** Two buffers that follow each other for the CPU. */
  public static final class E27NextBuffer extends Engine {
    @Override
    boolean transfer() {
      IOBufferMemoryDescriptor one = memory(kIODirectionInOut, SIZE * 2);
      IOBufferMemoryDescriptor two = memory(kIODirectionInOut, SIZE * 2);
      IODMACommand command = mapped(64);
      IODMACommand other = mapped(64);
      other.setMemoryDescriptor(two);
      command.setMemoryDescriptor(one);
      long apart = two.getBytesNoCopy() - one.getBytesNoCopy();
      reads(first(command).fIOVMAddr + apart, 64);
      command.clearMemoryDescriptor();
      other.clearMemoryDescriptor();
      return true;
    }
  }

  /** A driver that cannot do without a mapper of its device. */
  public static final class E25DeviceMapper extends Engine {
    @Override
    boolean transfer() {
      return IOMapper.copyMapperForDevice(device) != null;
    }
  }

  /** A driver that cannot do without the system's mapper. */
  public static final class E25SystemMapper extends Engine {
    @Override
    boolean transfer() {
      return IOMapper.gSystem != null;
    }
  }

  /** Switches the mapper off for the machine. */
  public static final class E31MapperOff extends Engine {
    /** What drivers that do so have to extend. */
    private abstract static class Switch extends IOMapper {
      static void off() {
        setMapperRequired(false);
      }
    }

    @Override
    boolean transfer() {
      Switch.off();
      IODMACommand command = mapped(64);
      command.setMemoryDescriptor(memory(kIODirectionInOut, SIZE));
      reads(first(command).fIOVMAddr, 64);
      command.clearMemoryDescriptor();
      return true;
    }
  }
}
