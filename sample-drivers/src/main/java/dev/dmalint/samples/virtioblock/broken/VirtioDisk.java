package dev.dmalint.samples.virtioblock.broken;

import dev.dmalint.iokit.IOCommandGate;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;

/**
 * A modern virtio disk. It accepts feature bit 33, which says that its addresses pass the IOMMU,
 * and then uses CPU-physical ones.
 */
@Personality(name = "Virtio block", providerClass = "IOPCIDevice", pciMatch = "0x10421af4")
public final class VirtioDisk extends IOService {
  private static final int DEVICE_FEATURE_SELECT = 0x00;
  private static final int DEVICE_FEATURE = 0x04;
  private static final int DRIVER_FEATURE_SELECT = 0x08;
  private static final int DRIVER_FEATURE = 0x0c;
  private static final int DEVICE_STATUS = 0x14;
  private static final int VERSION_1 = 1;
  private static final int ACCESS_PLATFORM = 1 << 1;

  private IOPCIDevice pci;
  private IOMemoryMap window;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private IOCommandGate gate;
  private RequestQueue queue;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    pci = (IOPCIDevice) provider;
    if (!pci.open(this)) {
      return false;
    }
    pci.setMemoryEnable(true);
    pci.setBusLeadEnable(true);
    window = pci.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress4);
    if (window == null || !negotiate() || !attachSources()) {
      stop(provider);
      return false;
    }
    queue = RequestQueue.create(window);
    if (queue == null) {
      stop(provider);
      return false;
    }
    status(0x0f);
    registerService();
    return true;
  }

  private boolean negotiate() {
    long common = window.getVirtualAddress();
    status(0);
    status(3);
    OSByteOrder.OSWriteLittleInt32(common, DEVICE_FEATURE_SELECT, 1);
    int offered = OSByteOrder.OSReadLittleInt32(common, DEVICE_FEATURE);
    OSByteOrder.OSWriteLittleInt32(common, DRIVER_FEATURE_SELECT, 1);
    int accepted = offered & (VERSION_1 | ACCESS_PLATFORM);
    OSByteOrder.OSWriteLittleInt32(common, DRIVER_FEATURE, accepted);
    status(0x0b);
    return (accepted & VERSION_1) != 0 && (OSByteOrder.OSReadInt8(common, DEVICE_STATUS) & 8) != 0;
  }

  private boolean attachSources() {
    workLoop = IOWorkLoop.workLoop();
    gate = IOCommandGate.commandGate(this);
    interrupts =
        IOInterruptEventSource.interruptEventSource(
            this, (owner, source, count) -> ((VirtioDisk) owner).completed(), pci, 0);
    if (workLoop == null || gate == null || interrupts == null) {
      return false;
    }
    workLoop.addEventSource(gate);
    workLoop.addEventSource(interrupts);
    interrupts.enable();
    return true;
  }

  /** Asks for one sector; the answer comes with an interrupt. */
  public int readSector(long sector) {
    return gate.runAction(
        (owner, number, a1, a2, a3) -> {
          queue.read((Long) number);
          return IOReturn.kIOReturnSuccess;
        },
        sector);
  }

  private void completed() {
    IOLib.IOLog("disk: first word %08x\n", queue.firstWord());
  }

  private void status(int value) {
    OSByteOrder.OSWriteInt8(window.getVirtualAddress(), DEVICE_STATUS, value);
  }

  @Override
  public void stop(IOService provider) {
    if (window != null) {
      status(0);
    }
    if (interrupts != null) {
      interrupts.disable();
      workLoop.removeEventSource(interrupts);
      interrupts.release();
      interrupts = null;
    }
    if (gate != null) {
      workLoop.removeEventSource(gate);
      gate.release();
      gate = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    if (queue != null) {
      queue.release();
      queue = null;
    }
    if (window != null) {
      window.release();
      window = null;
    }
    pci.setBusLeadEnable(false);
    pci.close(this);
    super.stop(provider);
  }
}
