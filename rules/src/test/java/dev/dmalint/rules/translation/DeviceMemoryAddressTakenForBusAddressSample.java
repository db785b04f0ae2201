package dev.dmalint.rules.translation;

import static dev.dmalint.iokit.IOMemoryDescriptor.kIOMemoryMapperNone;

import dev.dmalint.iokit.DmaSink;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Personality;

/** A framebuffer driver that passes on where its aperture is. */
@Personality(providerClass = "IOPCIDevice", pciClassMatch = "0x03000000&0xff000000")
public final class DeviceMemoryAddressTakenForBusAddressSample extends IOService {
  private static final int APERTURE_SIZE = 1 << 24;

  private IOPCIDevice gpu;
  private IODeviceMemory bar;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider)) {
      return false;
    }
    gpu = (IOPCIDevice) provider;
    bar = gpu.getDeviceMemoryWithIndex(0);
    return bar != null;
  }

  /** Bad: the CPU does not count in I/O addresses. */
  public IODeviceMemory aperture() {
    // source device-memory-address-taken-for-bus-address
    long base = bar.getPhysicalAddress();
    // want device-memory-address-taken-for-bus-address "asked of a BAR" breaks=P1,P2,P3,P4b,P8
    return IODeviceMemory.withRange(base, APERTURE_SIZE);
  }

  /** Bad: a mapping of the BAR answers the same. */
  public void announces() {
    IOMemoryMap map = gpu.mapDeviceMemoryWithIndex(0);
    // source device-memory-address-taken-for-bus-address
    long base = map.getPhysicalAddress();
    // want device-memory-address-taken-for-bus-address breaks=P1,P2,P3,P4b,P8
    setBootFramebuffer(base);
  }

  /** Bad where the peer has a mapper of its own; in the shared domain it is what the peer needs. */
  public void sharesWithAPeer() {
    // source device-memory-address-taken-for-bus-address
    long base = bar.getPhysicalSegment(0, null);
    // want device-memory-address-taken-for-bus-address breaks=P2,P5
    setPeer(base);
  }

  /** Clean: the BAR's own address. */
  public IODeviceMemory rawAperture() {
    long base = bar.getPhysicalSegment(0, null, kIOMemoryMapperNone);
    setBootFramebuffer(base);
    return IODeviceMemory.withRange(base, APERTURE_SIZE);
  }

  /** Clean: no number at all. */
  public IODeviceMemory partOfTheBar() {
    return IODeviceMemory.withSubRange(bar, 0, APERTURE_SIZE);
  }

  /** Clean: only people read it. */
  public void logsTheAperture() {
    IOLib.IOLog("aperture at 0x%x\n", bar.getPhysicalAddress());
  }

  private void setBootFramebuffer(@DmaSink(consumer = "K11") long base) {
    IOLib.IOLog("framebuffer 0x%x\n", base);
  }

  private void setPeer(@DmaSink(consumer = "K16") long base) {
    IOLib.IOLog("peer 0x%x\n", base);
  }
}
