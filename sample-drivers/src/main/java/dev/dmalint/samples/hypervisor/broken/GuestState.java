package dev.dmalint.samples.hypervisor.broken;

import dev.dmalint.iokit.DmaSink;

/** What the processor is told of a guest before it enters it. */
final class GuestState {
  private static final long WALK_LENGTH_4 = 3 << 3;
  private static final long WRITE_BACK = 6;

  @DmaSink(consumer = "K11", alignment = 4096)
  private final long nestedRoot;

  private final long instructionPointer;

  GuestState(long root) {
    // want mapped-address-to-cpu-side-consumer breaks=P1,P2,P3,P4b,P8
    this.nestedRoot = root;
    this.instructionPointer = 0xfff0;
  }

  /** {@return the root as the processor's control structure holds it} */
  long nestedPointer() {
    return nestedRoot | WALK_LENGTH_4 | WRITE_BACK;
  }

  long instructionPointer() {
    return instructionPointer & 0xfff;
  }
}
