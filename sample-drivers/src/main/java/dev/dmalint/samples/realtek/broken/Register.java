package dev.dmalint.samples.realtek.broken;

import dev.dmalint.iokit.IOPCIDevice;

/** The card's registers, in its second memory window. */
enum Register {
  RECEIVE_START(0x30),
  COMMAND(0x37),
  INTERRUPT_MASK(0x3c),
  INTERRUPT_STATUS(0x3e);

  private static final int WINDOW = 1;

  private final long offset;

  Register(long offset) {
    this.offset = offset;
  }

  void write8(IOPCIDevice pci, int value) {
    pci.deviceMemoryWrite8(WINDOW, offset, value);
  }

  void write16(IOPCIDevice pci, int value) {
    pci.deviceMemoryWrite16(WINDOW, offset, value);
  }

  void write32(IOPCIDevice pci, int value) {
    // want address-cut-to-32-bits breaks=P4,P6,P7,P10,P11,P12,P13,P14
    pci.deviceMemoryWrite32(WINDOW, offset, value);
  }

  int read16(IOPCIDevice pci) {
    return pci.deviceMemoryRead16(WINDOW, offset);
  }
}
