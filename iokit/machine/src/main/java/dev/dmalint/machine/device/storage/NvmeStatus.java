package dev.dmalint.machine.device.storage;

/**
 * What a completion says of its command: status code type and status code.
 *
 * @see "NVM Express 1.4, 4.6.1"
 */
enum NvmeStatus {
  SUCCESS(0, 0x00),
  INVALID_OPCODE(0, 0x01),
  INVALID_FIELD(0, 0x02),
  INVALID_NAMESPACE(0, 0x0B),
  PRP_OFFSET_INVALID(0, 0x13),
  LBA_OUT_OF_RANGE(0, 0x80),
  COMPLETION_QUEUE_INVALID(1, 0x00),
  INVALID_QUEUE_IDENTIFIER(1, 0x01),
  INVALID_QUEUE_SIZE(1, 0x02);

  private final int type;
  private final int code;

  NvmeStatus(int type, int code) {
    this.type = type;
    this.code = code;
  }

  /** The 15 bits above the phase bit; a refusal says not to try again. */
  int bits() {
    int field = type << 8 | code;
    return this == SUCCESS ? field : field | 0x4000;
  }
}
