package dev.dmalint.machine.device.audio;

/**
 * Registers of bar 0 of an HD Audio controller; those of stream 0 from 0x80 on.
 *
 * @see "High Definition Audio 1.0a, 3.3"
 */
enum HdaRegister {
  GCAP("GCAP", 0x00, 2),
  VMAJ("VMAJ", 0x03, 1),
  GCTL("GCTL", 0x08, 4),
  STATESTS("STATESTS", 0x0E, 2),
  INTCTL("INTCTL", 0x20, 4),
  INTSTS("INTSTS", 0x24, 4),
  CORBLBASE("CORB", 0x40, 4),
  CORBUBASE("CORB", 0x44, 4),
  CORBWP("CORBWP", 0x48, 2),
  CORBRP("CORBRP", 0x4A, 2),
  CORBCTL("CORBCTL", 0x4C, 1),
  CORBSIZE("CORBSIZE", 0x4E, 1),
  RIRBLBASE("RIRB", 0x50, 4),
  RIRBUBASE("RIRB", 0x54, 4),
  RIRBWP("RIRBWP", 0x58, 2),
  RINTCNT("RINTCNT", 0x5A, 2),
  RIRBCTL("RIRBCTL", 0x5C, 1),
  RIRBSTS("RIRBSTS", 0x5D, 1),
  RIRBSIZE("RIRBSIZE", 0x5E, 1),
  DPLBASE("DMA position base", 0x70, 4),
  DPUBASE("DMA position base", 0x74, 4),
  STREAM_CTL("SDnCTL", 0x80, 3),
  STREAM_STS("SDnSTS", 0x83, 1),
  STREAM_LPIB("SDnLPIB", 0x84, 4),
  STREAM_CBL("SDnCBL", 0x88, 4),
  STREAM_LVI("SDnLVI", 0x8C, 2),
  STREAM_BDPL("SDnBDP", 0x98, 4),
  STREAM_BDPU("SDnBDP", 0x9C, 4);

  private final String title;
  private final int offset;
  private final int size;

  HdaRegister(String title, int offset, int size) {
    this.title = title;
    this.offset = offset;
    this.size = size;
  }

  /** Its name without the halves of an address. */
  String title() {
    return title;
  }

  int offset() {
    return offset;
  }

  /** Bytes. */
  int size() {
    return size;
  }
}
