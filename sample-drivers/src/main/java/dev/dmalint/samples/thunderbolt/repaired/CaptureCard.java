package dev.dmalint.samples.thunderbolt.repaired;

import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;

/**
 * A video capture card in a Thunderbolt box. Frames land in buffers that a ring of page lists
 * describes; every address comes from a command that the card's own mapper serves.
 */
public final class CaptureCard extends IOService {
  private static final int CONTROL = 0x00;
  private static final int STATUS = 0x04;
  private static final int RING_BASE = 0x10;
  private static final int RING_SLOTS = 0x18;
  private static final int DOORBELL = 0x20;
  private static final int RUN = 1;

  private IOPCIDevice card;
  private IOMemoryMap registers;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private FrameRing ring;
  private long framesSeen;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    card = (IOPCIDevice) provider;
    if (!card.open(this)) {
      return false;
    }
    card.setMemoryEnable(true);
    card.setBusLeadEnable(true);
    registers = card.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    ring = FrameRing.withFrames(card, 8);
    if (registers == null || ring == null || !listen()) {
      stop(provider);
      return false;
    }
    if (!ring.describe()) {
      stop(provider);
      return false;
    }
    programRing();
    registerService();
    return true;
  }

  private boolean listen() {
    workLoop = IOWorkLoop.workLoop();
    interrupts =
        IOInterruptEventSource.interruptEventSource(
            this, (owner, source, count) -> ((CaptureCard) owner).frameArrived(count), card, 0);
    if (workLoop == null || interrupts == null) {
      return false;
    }
    workLoop.addEventSource(interrupts);
    interrupts.enable();
    return true;
  }

  private void programRing() {
    long window = registers.getVirtualAddress();
    long base = ring.address();
    OSByteOrder.OSWriteLittleInt64(window, RING_BASE, base);
    OSByteOrder.OSWriteLittleInt32(window, RING_SLOTS, ring.frames());
    OSByteOrder.OSMemoryBarrier();
    OSByteOrder.OSWriteLittleInt32(window, CONTROL, RUN);
  }

  private void frameArrived(int count) {
    long window = registers.getVirtualAddress();
    int status = OSByteOrder.OSReadLittleInt32(window, STATUS);
    framesSeen += count;
    IOLib.IOLog("capture: frame %u, status %08x\n", framesSeen, status);
    OSByteOrder.OSWriteLittleInt32(window, DOORBELL, (int) (framesSeen % ring.frames()));
  }

  @Override
  public void stop(IOService provider) {
    if (registers != null) {
      OSByteOrder.OSWriteLittleInt32(registers.getVirtualAddress(), CONTROL, 0);
    }
    if (interrupts != null) {
      interrupts.disable();
      workLoop.removeEventSource(interrupts);
      interrupts.release();
      interrupts = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    if (ring != null) {
      ring.release();
      ring = null;
    }
    if (registers != null) {
      registers.release();
      registers = null;
    }
    card.setBusLeadEnable(false);
    card.close(this);
    super.stop(provider);
  }
}
