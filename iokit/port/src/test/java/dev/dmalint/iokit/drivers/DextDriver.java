package dev.dmalint.iokit.drivers;

import static dev.dmalint.iokit.IOReturn.kIOReturnError;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;

import dev.dmalint.driverkit.IOAddressSegment;
import dev.dmalint.driverkit.IOBufferMemoryDescriptor;
import dev.dmalint.driverkit.IODMACommand;
import dev.dmalint.driverkit.IODMACommandSpecification;
import dev.dmalint.driverkit.IOMemoryDescriptor;
import dev.dmalint.driverkit.IOMemoryMap;
import dev.dmalint.driverkit.IOPCIDevice;
import dev.dmalint.driverkit.IOService;

/** A DriverKit driver that makes every call of its table. */
public final class DextDriver extends IOService {
  private IOPCIDevice device;

  @Override
  public int Start(IOService provider) {
    int code = super.Start(provider);
    if (code != kIOReturnSuccess || !(provider instanceof IOPCIDevice nub)) {
      return kIOReturnError;
    }
    device = nub;
    code = device.Open(this, 0);
    return code == kIOReturnSuccess ? configure() : code;
  }

  @Override
  public int Stop(IOService provider) {
    device.Close(this, 0);
    return super.Stop(provider);
  }

  private int configure() {
    short[] command = new short[1];
    device.ConfigurationRead16(IOPCIDevice.kIOPCIConfigurationOffsetCommand, command);
    device.ConfigurationWrite16(0x04, command[0] | IOPCIDevice.kIOPCICommandBusMaster);
    device.ConfigurationRead8(0x3C, new byte[1]);
    device.ConfigurationRead32(0x10, new int[1]);
    device.ConfigurationWrite8(0x3C, 0);
    device.ConfigurationWrite32(0x10, 0);
    device.GetBARInfo(0, new byte[1], new long[1], new byte[1]);
    device.ConfigureInterrupts(IOPCIDevice.kIOInterruptTypePCIMessagedX, 1, 4, 0);
    device.FindPCICapability(IOPCIDevice.kIOPCICapabilityIDMSIX, 0, new long[1]);
    device.Reset(1, 0);
    return transfer();
  }

  private int transfer() {
    IOBufferMemoryDescriptor[] buffer = new IOBufferMemoryDescriptor[1];
    IODMACommand[] command = new IODMACommand[1];
    IODMACommandSpecification specification = new IODMACommandSpecification();
    specification.options = IODMACommand.kIODMACommandSpecificationNoOptions;
    specification.maxAddressBits = 64;
    int code =
        IOBufferMemoryDescriptor.Create(
            IOMemoryDescriptor.kIOMemoryDirectionInOut, 0x4000, 0, buffer);
    code |= IODMACommand.Create(device, 0, specification, command);
    long[] flags = new long[1];
    int[] count = {32};
    IOAddressSegment[] segments = new IOAddressSegment[32];
    code |= command[0].PrepareForDMA(0, buffer[0], 0, 0x4000, flags, count, segments);
    device.MemoryWrite64(0, 0x28, segments[0].address);
    device.MemoryWrite32(0, 0x30, (int) segments[0].length);
    device.MemoryWrite16(0, 0, 1);
    device.MemoryWrite8(0, 0, 1);
    device.MemoryRead64(0, 0, new long[1]);
    device.MemoryRead32(0, 0, new int[1]);
    device.MemoryRead16(0, 0, new short[1]);
    device.MemoryRead8(0, 0, new byte[1]);
    code |= command[0].GetPreparation(new long[1], new long[1], new IOMemoryDescriptor[1]);
    code |= command[0].PerformOperation(1, 0, 64, 0, buffer[0]);
    code |= command[0].CompleteDMA(IODMACommand.kIODMACommandCompleteDMANoOptions);
    return code | (int) map(buffer[0]);
  }

  private static long map(IOBufferMemoryDescriptor buffer) {
    IOAddressSegment range = new IOAddressSegment();
    IOMemoryMap[] map = new IOMemoryMap[1];
    IOMemoryDescriptor[] part = new IOMemoryDescriptor[1];
    buffer.GetAddressRange(range);
    buffer.GetAddressRange(new IOAddressSegment[] {range});
    buffer.SetLength(64);
    buffer.GetLength(new long[1]);
    buffer.CreateMapping(0, 0, 0, 64, 0, map);
    IOMemoryDescriptor.CreateSubMemoryDescriptor(3, 0, 64, buffer, part);
    IOMemoryDescriptor.CreateWithMemoryDescriptors(3, 1, part, new IOMemoryDescriptor[1]);
    return range.address + map[0].GetAddress() + map[0].GetLength() + map[0].GetOffset();
  }
}
