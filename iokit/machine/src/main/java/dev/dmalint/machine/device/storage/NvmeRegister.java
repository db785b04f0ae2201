package dev.dmalint.machine.device.storage;

/**
 * Registers of bar 0 of an NVMe controller.
 *
 * @see "NVM Express 1.4, 3.1"
 */
enum NvmeRegister {
  CAP(0x00, 8),
  VS(0x08, 4),
  INTMS(0x0C, 4),
  INTMC(0x10, 4),
  CC(0x14, 4),
  CSTS(0x1C, 4),
  AQA(0x24, 4),
  ASQ(0x28, 8),
  ACQ(0x30, 8);

  /** Where the doorbells start: tail of queue 0, head of queue 0, tail of queue 1, and so on. */
  static final int DOORBELLS = 0x1000;

  private final int offset;
  private final int size;

  NvmeRegister(int offset, int size) {
    this.offset = offset;
    this.size = size;
  }

  int offset() {
    return offset;
  }

  /** Bytes. */
  int size() {
    return size;
  }
}
