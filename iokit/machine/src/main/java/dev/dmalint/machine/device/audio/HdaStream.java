package dev.dmalint.machine.device.audio;

import static dev.dmalint.machine.device.audio.HdaRegister.DPLBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.DPUBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_BDPL;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_BDPU;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_CBL;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_CTL;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_LPIB;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_LVI;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_STS;

import dev.dmalint.machine.bus.DeviceBus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A stream: takes the next buffer of its list each time it acts while it runs, and begins again
 * after the last valid one. Bits 6:0 of the addresses of buffers are zero whatever is written.
 *
 * @see "High Definition Audio 1.0a, 3.3.35 to 3.3.43, 3.6.2, 3.6.3"
 */
final class HdaStream {
  private static final int RESET = 1;
  private static final int RUN = 2;
  private static final int COMPLETED = 1 << 2;
  private static final int ENTRY = 16;
  private static final int LONGEST = 1 << 20;
  private static final int POSITIONS_ON = 1;

  private final HdaRegisters registers;
  private final int index;
  private final boolean plays;
  private final boolean wide;
  private int next;
  private long sum;

  /**
   * A stream.
   *
   * @param plays whether it reads memory; otherwise it writes silence there
   */
  HdaStream(HdaRegisters registers, int index, boolean plays, boolean wide) {
    this.registers = registers;
    this.index = index;
    this.plays = plays;
    this.wide = wide;
  }

  /** {@return the sum of all bytes played} */
  long sum() {
    return sum;
  }

  /** The driver wrote the control register. */
  void controlled() {
    if ((registers.get(STREAM_CTL, index) & RESET) != 0) {
      next = 0;
      registers.set(STREAM_LPIB, index, 0);
      registers.set(STREAM_STS, index, 0);
    }
  }

  /** Whether its cause is set and enabled: IOCE stands where BCIS does. */
  boolean interrupts() {
    return (registers.get(STREAM_CTL, index) & registers.get(STREAM_STS, index) & COMPLETED) != 0;
  }

  void act(DeviceBus bus) {
    int control = registers.get(STREAM_CTL, index);
    if ((control & RUN) == 0 || (control & RESET) != 0) {
      return;
    }
    long list = registers.address(STREAM_BDPL, STREAM_BDPU, index);
    ByteBuffer entry =
        ByteBuffer.wrap(bus.dma().read(list + (long) next * ENTRY, ENTRY))
            .order(ByteOrder.LITTLE_ENDIAN);
    long low = entry.getInt(0) & 0xFFFF_FF80L;
    long address = wide ? low | (long) entry.getInt(4) << 32 : low;
    int length = entry.getInt(8);
    if (length <= 0 || length > LONGEST) {
      bus.note("stream %d: a buffer of 0x%x bytes is skipped".formatted(index, length));
    } else {
      move(bus, address, length);
    }
    if ((entry.getInt(12) & 1) != 0) {
      registers.set(STREAM_STS, index, registers.get(STREAM_STS, index) | COMPLETED);
    }
    step(bus, Math.max(0, Math.min(length, LONGEST)));
  }

  private void move(DeviceBus bus, long address, int length) {
    if (!plays) {
      bus.dma().write(address, new byte[length]);
      return;
    }
    for (byte sample : bus.dma().read(address, length)) {
      sum += sample & 0xFF;
    }
  }

  private void step(DeviceBus bus, int length) {
    boolean last = next >= (registers.get(STREAM_LVI, index) & 0xFF);
    next = last ? 0 : next + 1;
    int position = registers.get(STREAM_LPIB, index) + length;
    int cyclic = registers.get(STREAM_CBL, index);
    registers.set(
        STREAM_LPIB, index, cyclic == 0 ? 0 : Integer.remainderUnsigned(position, cyclic));
    if ((registers.get(DPLBASE) & POSITIONS_ON) != 0) {
      long base = registers.address(DPLBASE, DPUBASE) & -128;
      int now = registers.get(STREAM_LPIB, index);
      bus.dma().writeNumber(base + 8L * index, 4, now & 0xFFFF_FFFFL);
    }
  }
}
