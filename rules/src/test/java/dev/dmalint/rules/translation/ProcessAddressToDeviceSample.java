package dev.dmalint.rules.translation;

import static dev.dmalint.driverkit.IOMemoryDescriptor.kIOMemoryDirectionInOut;
import static dev.dmalint.driverkit.IOReturn.kIOReturnSuccess;

import dev.dmalint.driverkit.IOAddressSegment;
import dev.dmalint.driverkit.IOBufferMemoryDescriptor;
import dev.dmalint.driverkit.IODMACommand;
import dev.dmalint.driverkit.IODMACommandSpecification;
import dev.dmalint.driverkit.IOLib;
import dev.dmalint.driverkit.IOPCIDevice;
import dev.dmalint.driverkit.IOService;
import dev.dmalint.iokit.Personality;

/** A DriverKit driver that takes the address of its buffer for the device's. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x100e8086")
public final class ProcessAddressToDeviceSample extends IOService {
  private static final int TDBAL = 0x3800;
  private static final int TDBAH = 0x3804;
  private static final int RING_SIZE = 4096;

  private IOPCIDevice nic;
  private IOBufferMemoryDescriptor ring;

  @Override
  public int Start(IOService provider) {
    int result = super.Start(provider);
    if (result != kIOReturnSuccess) {
      return result;
    }
    nic = (IOPCIDevice) provider;
    IOBufferMemoryDescriptor[] made = new IOBufferMemoryDescriptor[1];
    result = IOBufferMemoryDescriptor.Create(kIOMemoryDirectionInOut, RING_SIZE, 4096, made);
    ring = made[0];
    return result;
  }

  /** Bad: the same struct, another space. */
  public void takesTheRange() {
    IOAddressSegment range = new IOAddressSegment();
    // source process-address-to-device
    ring.GetAddressRange(range);
    // want process-address-to-device "'TDBA'"
    // breaks=P1,P2,P3,P4,P4b,P5,P6,P7,P8,P10,P11,P12,P13,P14
    nic.MemoryWrite64(0, TDBAL, range.address);
  }

  /** Clean: segments that were generated for the device. */
  public int preparesForDma() {
    IODMACommandSpecification specification = new IODMACommandSpecification();
    specification.maxAddressBits = 64;
    IODMACommand[] command = new IODMACommand[1];
    int result = IODMACommand.Create(nic, 0, specification, command);
    if (result == kIOReturnSuccess) {
      IOAddressSegment[] segments = {new IOAddressSegment()};
      result = command[0].PrepareForDMA(0, ring, 0, 0, new long[1], new int[] {1}, segments);
      nic.MemoryWrite32(0, TDBAL, (int) segments[0].address);
      nic.MemoryWrite32(0, TDBAH, (int) (segments[0].address >>> 32));
    }
    return result;
  }

  /** Clean: only people read it. */
  public void logsTheRange() {
    IOAddressSegment range = new IOAddressSegment();
    ring.GetAddressRange(range);
    IOLib.IOLog("ring seen at 0x%x\n", range.address);
  }
}
