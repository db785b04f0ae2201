package dev.dmalint.samples.balloon.broken;

import dev.dmalint.iokit.IOCommandGate;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;

/** The virtio balloon: gives pages to the host while the host asks for them. */
public final class MemoryBalloon extends IOService {
  private static final int DEVICE_STATUS = 0x12;
  private static final int ISR = 0x13;
  private static final int NUM_PAGES = 0x14;
  private static final int ACTUAL = 0x18;

  private IOPCIDevice pci;
  private IOMemoryMap ports;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private IOCommandGate gate;
  private InflateQueue inflate;
  private final PageStore pages = new PageStore();

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    pci = (IOPCIDevice) provider;
    if (!pci.open(this)) {
      return false;
    }
    pci.setIOEnable(true);
    pci.setBusLeadEnable(true);
    ports = pci.mapDeviceMemoryWithIndex(0);
    if (ports == null) {
      stop(provider);
      return false;
    }
    pci.ioWrite8(DEVICE_STATUS, 0, ports);
    pci.ioWrite8(DEVICE_STATUS, 3, ports);
    inflate = new InflateQueue(pci, ports);
    if (!inflate.handOver() || !attachSources()) {
      stop(provider);
      return false;
    }
    pci.ioWrite8(DEVICE_STATUS, 7, ports);
    registerService();
    return true;
  }

  private boolean attachSources() {
    workLoop = IOWorkLoop.workLoop();
    gate = IOCommandGate.commandGate(this, (owner, a0, a1, a2, a3) -> follow());
    interrupts =
        IOInterruptEventSource.interruptEventSource(
            this,
            (owner, source, count) -> {
              if (pci.ioRead8(ISR, ports) != 0) {
                gate.runCommand();
              }
            },
            pci,
            0);
    if (workLoop == null || gate == null || interrupts == null) {
      return false;
    }
    workLoop.addEventSource(gate);
    workLoop.addEventSource(interrupts);
    interrupts.enable();
    return true;
  }

  /** Gives one batch more if the host wants more than it has. */
  private int follow() {
    int wanted = pci.ioRead32(NUM_PAGES, ports);
    if (pages.count() < wanted && inflate.isIdle()) {
      if (!pages.fill(inflate.array())) {
        return IOReturn.kIOReturnNoMemory;
      }
      inflate.submit();
      pci.ioWrite32(ACTUAL, pages.count(), ports);
    }
    return IOReturn.kIOReturnSuccess;
  }

  @Override
  public void stop(IOService provider) {
    if (ports != null) {
      pci.ioWrite8(DEVICE_STATUS, 0, ports);
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
    if (inflate != null) {
      inflate.release();
      inflate = null;
    }
    pages.release();
    if (ports != null) {
      ports.release();
      ports = null;
    }
    pci.setBusLeadEnable(false);
    pci.close(this);
    super.stop(provider);
  }
}
