package dev.dmalint.machine.device.storage;

/**
 * Registers of bar 5 of an AHCI adapter; those of port 0 from 0x100 on.
 *
 * @see "Serial ATA AHCI 1.3.1, 3.1, 3.3"
 */
enum AhciRegister {
  CAP("CAP", 0x00),
  GHC("GHC", 0x04),
  IS("IS", 0x08),
  PI("PI", 0x0C),
  VS("VS", 0x10),
  PORT_CLB("PxCLB", 0x100),
  PORT_CLBU("PxCLB", 0x104),
  PORT_FB("PxFB", 0x108),
  PORT_FBU("PxFB", 0x10C),
  PORT_IS("PxIS", 0x110),
  PORT_IE("PxIE", 0x114),
  PORT_CMD("PxCMD", 0x118),
  PORT_TFD("PxTFD", 0x120),
  PORT_SIG("PxSIG", 0x124),
  PORT_SSTS("PxSSTS", 0x128),
  PORT_SCTL("PxSCTL", 0x12C),
  PORT_SERR("PxSERR", 0x130),
  PORT_SACT("PxSACT", 0x134),
  PORT_CI("PxCI", 0x138);

  private final String title;
  private final int offset;

  AhciRegister(String title, int offset) {
    this.title = title;
    this.offset = offset;
  }

  /** Its name in the specification, without the halves of an address. */
  String title() {
    return title;
  }

  int offset() {
    return offset;
  }
}
