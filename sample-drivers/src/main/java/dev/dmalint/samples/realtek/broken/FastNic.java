package dev.dmalint.samples.realtek.broken;

import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import java.util.Map;
import java.util.TreeMap;

/**
 * A 100 Mbit/s network card with 32-bit address registers: one receive buffer and four transmit
 * slots. The addresses come from the right mapper, but nothing keeps them below 4 GiB.
 */
public final class FastNic extends IOService {
  private static final long RECEIVE_CONFIGURATION = 0x44;
  private static final int SLOTS = 4;
  private static final int SLOT_BYTES = 1792;
  private static final int RECEIVE_BYTES = 8192 + 16 + 1500;

  private IOPCIDevice pci;
  private DmaArea receive;
  private final Map<Integer, DmaArea> transmit = new TreeMap<>();
  private int nextSlot;

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
    if (!allocate()) {
      stop(provider);
      return false;
    }
    program();
    if (pci.registerInterrupt(0, this, (target, refCon, nub, source) -> acknowledge()) != 0) {
      stop(provider);
      return false;
    }
    pci.enableInterrupt(0);
    registerService();
    return true;
  }

  private boolean allocate() {
    receive = DmaArea.create(pci, RECEIVE_BYTES);
    if (receive == null) {
      return false;
    }
    for (int slot = 0; slot < SLOTS; slot++) {
      DmaArea area = DmaArea.create(pci, SLOT_BYTES);
      if (area == null) {
        return false;
      }
      transmit.put(slot, area);
    }
    return true;
  }

  private void program() {
    Register.COMMAND.write8(pci, 0x10);
    Register.RECEIVE_START.write32(pci, receive.start());
    Register.INTERRUPT_MASK.write16(pci, 0x0005);
    Register.COMMAND.write8(pci, 0x0c);
    pci.deviceMemoryWrite32(1, RECEIVE_CONFIGURATION, 0x8f);
  }

  /** Hands a frame to the card. */
  public void send(byte[] frame) {
    int slot = nextSlot;
    nextSlot = (nextSlot + 1) % SLOTS;
    DmaArea area = transmit.get(slot);
    if (area == null || frame.length > SLOT_BYTES) {
      return;
    }
    area.put(frame);
    // want address-cut-to-32-bits breaks=P4,P6,P7,P10,P11,P12,P13,P14
    pci.deviceMemoryWrite32(1, 0x20 + 4L * slot, area.start());
    pci.deviceMemoryWrite32(1, 0x10 + 4L * slot, frame.length);
  }

  private void acknowledge() {
    int status = Register.INTERRUPT_STATUS.read16(pci);
    Register.INTERRUPT_STATUS.write16(pci, status);
    if ((status & 0x8000) != 0) {
      IOLib.IOLog("%s: system error\n", getName());
    }
  }

  @Override
  public void stop(IOService provider) {
    Register.COMMAND.write8(pci, 0);
    pci.disableInterrupt(0);
    pci.unregisterInterrupt(0);
    transmit.values().forEach(DmaArea::release);
    transmit.clear();
    if (receive != null) {
      receive.release();
      receive = null;
    }
    pci.setBusLeadEnable(false);
    pci.close(this);
    super.stop(provider);
  }
}
