package dev.dmalint.machine.device.storage;

/**
 * Executes the commands of an I/O queue: flush, write, read.
 *
 * @see "NVM Express 1.4, 6"
 */
final class NvmeBlocks {
  /** The only namespace. */
  static final int NAMESPACE = 1;

  /** Log2 of the pages of 4096 bytes that one command transfers at most. */
  static final int LARGEST_SHIFT = 5;

  private static final int FLUSH = 0x00;
  private static final int WRITE = 0x01;
  private static final int READ = 0x02;
  private static final int LARGEST = 4096 << LARGEST_SHIFT;

  private final Medium medium;

  NvmeBlocks(Medium medium) {
    this.medium = medium;
  }

  NvmeStatus execute(NvmeCommand command, PrpWalk walk) {
    if (command.opcode() == FLUSH) {
      return NvmeStatus.SUCCESS;
    }
    if (command.opcode() != WRITE && command.opcode() != READ) {
      return NvmeStatus.INVALID_OPCODE;
    }
    if (command.namespace() != NAMESPACE) {
      return NvmeStatus.INVALID_NAMESPACE;
    }
    long first = (command.dword10() & 0xFFFF_FFFFL) | (long) command.dword11() << 32;
    int count = (command.dword12() & 0xFFFF) + 1;
    if (command.usesSgl() || count * Medium.BLOCK > LARGEST) {
      return NvmeStatus.INVALID_FIELD;
    }
    if (!medium.holds(first, count)) {
      return NvmeStatus.LBA_OUT_OF_RANGE;
    }
    return command.opcode() == READ
        ? read(command, walk, first, count)
        : write(command, walk, first, count);
  }

  private NvmeStatus read(NvmeCommand command, PrpWalk walk, long first, int count) {
    return walk.write(command.prp1(), command.prp2(), medium.read(first, count))
        ? NvmeStatus.SUCCESS
        : NvmeStatus.PRP_OFFSET_INVALID;
  }

  private NvmeStatus write(NvmeCommand command, PrpWalk walk, long first, int count) {
    return walk.read(command.prp1(), command.prp2(), count * Medium.BLOCK)
        .map(
            bytes -> {
              medium.write(first, bytes);
              return NvmeStatus.SUCCESS;
            })
        .orElse(NvmeStatus.PRP_OFFSET_INVALID);
  }
}
