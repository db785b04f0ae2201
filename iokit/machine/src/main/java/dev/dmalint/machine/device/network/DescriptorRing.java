package dev.dmalint.machine.device.network;

import dev.dmalint.machine.device.RegisterFile;

/**
 * The five registers of a ring of descriptors of 16 bytes. Bits 3:0 of its address and 6:0 of its
 * length are zero whatever is written. The controller owns what lies from head to tail.
 *
 * @see "Intel 82574 datasheet, 10.2.5.4 to 10.2.5.8, 10.2.6.4 to 10.2.6.8"
 */
final class DescriptorRing {
  static final int DESCRIPTOR = 16;

  private static final int HIGH = 4;
  private static final int LENGTH = 8;
  private static final int HEAD = 16;
  private static final int TAIL = 24;

  private final RegisterFile registers;
  private final int block;

  /**
   * A ring.
   *
   * @param block offset of its first register
   */
  DescriptorRing(RegisterFile registers, int block) {
    this.registers = registers;
    this.block = block;
  }

  boolean has(int register) {
    return register >= block && register <= block + TAIL;
  }

  void write(int register, int value) {
    int kept =
        switch (register - block) {
          case 0 -> value & ~0xF;
          case LENGTH -> value & 0xF_FF80;
          case HEAD, TAIL -> value & 0xFFFF;
          case HIGH -> value;
          default -> 0;
        };
    registers.write(0, register, 4, kept);
  }

  private long get(int register) {
    return registers.read(0, block + register, 4);
  }

  private long entries() {
    return get(LENGTH) / DESCRIPTOR;
  }

  /** Whether the controller owns a descriptor; a tail outside of the ring gives it none. */
  boolean hasWork() {
    return available() > 0;
  }

  /** Descriptors that the controller owns. */
  long available() {
    long head = get(HEAD);
    long tail = get(TAIL);
    long all = entries();
    return head < all && tail < all ? Math.floorMod(tail - head, all) : 0;
  }

  /** Whether at most half of the ring is the controller's. */
  boolean isLow() {
    return available() <= entries() / 2;
  }

  /** Address of the descriptor at the head. */
  long current() {
    return (get(0) | get(HIGH) << 32) + get(HEAD) * DESCRIPTOR;
  }

  void advance() {
    registers.write(0, block + HEAD, 4, (get(HEAD) + 1) % entries());
  }
}
