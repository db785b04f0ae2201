package dev.dmalint.samples.nvme.broken;

import dev.dmalint.iokit.IOCommandGate;
import dev.dmalint.iokit.IOFilterInterruptEventSource;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;

/**
 * An NVMe controller. Its queues and its data buffers get their addresses from {@code kUnmapped}
 * commands, which is the house rule of this driver family.
 */
@Personality(
    name = "NVMe",
    providerClass = "IOPCIDevice",
    pciClassMatch = "0x01080200&0xffffff00",
    tunnelCompatible = true)
public final class NvmeController extends IOService {
  private static final int AQA = 0x24;
  private static final int ASQ = 0x28;
  private static final int ACQ = 0x30;
  private static final int CC = 0x14;
  private static final int DOORBELLS = 0x1000;
  private static final int ENTRIES = 32;

  private IOPCIDevice pci;
  private IOMemoryMap bar;
  private IOWorkLoop workLoop;
  private IOFilterInterruptEventSource interrupts;
  private IOCommandGate gate;
  private Queue submissions;
  private Queue completions;
  private DmaBuffer identity;

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
    bar = pci.mapDeviceMemoryWithIndex(0);
    submissions = SubmissionQueue.ofEntries(ENTRIES);
    completions = CompletionQueue.ofEntries(ENTRIES);
    identity = DmaBuffer.ofBytes(4096);
    if (bar == null || submissions == null || completions == null || identity == null) {
      stop(provider);
      return false;
    }
    if (!attachSources()) {
      stop(provider);
      return false;
    }
    enable();
    gate.runAction((owner, a0, a1, a2, a3) -> ((NvmeController) owner).identify());
    registerService();
    return true;
  }

  private boolean attachSources() {
    workLoop = IOWorkLoop.workLoop();
    gate = IOCommandGate.commandGate(this);
    interrupts =
        IOFilterInterruptEventSource.filterInterruptEventSource(
            this,
            (owner, source, count) -> ((NvmeController) owner).drain(),
            (owner, source) -> ((NvmeController) owner).completions.hasWork(),
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

  private void enable() {
    long base = bar.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt32(base, AQA, (ENTRIES - 1) << 16 | (ENTRIES - 1));
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    OSByteOrder.OSWriteLittleInt64(base, ASQ, submissions.busAddress());
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    OSByteOrder.OSWriteLittleInt64(base, ACQ, completions.busAddress());
    OSByteOrder.OSWriteLittleInt32(base, CC, 6 << 16 | 4 << 20 | 1);
  }

  private int identify() {
    long entry = submissions.nextEntry();
    OSByteOrder.OSWriteLittleInt32(entry, 0, 0x06);
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    OSByteOrder.OSWriteLittleInt64(entry, 24, identity.busAddress());
    OSByteOrder.OSWriteLittleInt64(entry, 32, 0);
    OSByteOrder.OSWriteLittleInt32(entry, 40, 1);
    OSByteOrder.OSMemoryBarrier();
    OSByteOrder.OSWriteLittleInt32(bar.getVirtualAddress(), DOORBELLS, submissions.tail());
    return IOReturn.kIOReturnSuccess;
  }

  private void drain() {
    while (completions.hasWork()) {
      completions.nextEntry();
    }
    OSByteOrder.OSWriteLittleInt32(bar.getVirtualAddress(), DOORBELLS + 4, completions.tail());
  }

  @Override
  public void stop(IOService provider) {
    if (bar != null) {
      OSByteOrder.OSWriteLittleInt32(bar.getVirtualAddress(), CC, 0);
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
    submissions = released(submissions);
    completions = released(completions);
    if (identity != null) {
      identity.release();
      identity = null;
    }
    if (bar != null) {
      bar.release();
      bar = null;
    }
    pci.setBusLeadEnable(false);
    pci.close(this);
    super.stop(provider);
  }

  private static Queue released(Queue queue) {
    if (queue != null) {
      queue.release();
    }
    return null;
  }
}
