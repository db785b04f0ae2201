package dev.dmalint.machine.device.network;

/**
 * Registers of bar 0 of an e1000 controller, each a dword.
 *
 * @see "Intel 82574 datasheet, 10.2"
 */
enum E1000Register {
  CTRL("CTRL", 0x0000),
  STATUS("STATUS", 0x0008),
  EERD("EERD", 0x0014),
  MDIC("MDIC", 0x0020),
  ICR("ICR", 0x00C0),
  ICS("ICS", 0x00C8),
  IMS("IMS", 0x00D0),
  IMC("IMC", 0x00D8),
  RCTL("RCTL", 0x0100),
  TCTL("TCTL", 0x0400),
  RDBAL("RDBA", 0x2800),
  RDBAH("RDBA", 0x2804),
  RDLEN("RDLEN", 0x2808),
  RDH("RDH", 0x2810),
  RDT("RDT", 0x2818),
  TDBAL("TDBA", 0x3800),
  TDBAH("TDBA", 0x3804),
  TDLEN("TDLEN", 0x3808),
  TDH("TDH", 0x3810),
  TDT("TDT", 0x3818),
  RAL0("RAL", 0x5400),
  RAH0("RAH", 0x5404);

  private final String title;
  private final int offset;

  E1000Register(String title, int offset) {
    this.title = title;
    this.offset = offset;
  }

  /** Its name without the halves of an address. */
  String title() {
    return title;
  }

  int offset() {
    return offset;
  }
}
