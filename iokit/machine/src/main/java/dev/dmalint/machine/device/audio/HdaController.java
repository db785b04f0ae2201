package dev.dmalint.machine.device.audio;

import static dev.dmalint.machine.device.audio.HdaRegister.CORBLBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.CORBRP;
import static dev.dmalint.machine.device.audio.HdaRegister.CORBSIZE;
import static dev.dmalint.machine.device.audio.HdaRegister.CORBUBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.DPLBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.DPUBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.GCAP;
import static dev.dmalint.machine.device.audio.HdaRegister.GCTL;
import static dev.dmalint.machine.device.audio.HdaRegister.INTCTL;
import static dev.dmalint.machine.device.audio.HdaRegister.INTSTS;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBCTL;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBLBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBSIZE;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBSTS;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBUBASE;
import static dev.dmalint.machine.device.audio.HdaRegister.RIRBWP;
import static dev.dmalint.machine.device.audio.HdaRegister.STATESTS;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_BDPL;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_BDPU;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_LPIB;
import static dev.dmalint.machine.device.audio.HdaRegister.STREAM_STS;
import static dev.dmalint.machine.device.audio.HdaRegister.VMAJ;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.device.NoBus;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An HD Audio controller with four input and four output streams and one codec. Bits 6:0 of the
 * addresses in its registers are zero whatever is written; a controller of 32 bits has upper halves
 * that read as zero, and ignores those in memory. While it is in reset it takes nothing else.
 *
 * <p>Streams and rings move when time passes or a register is read. Interrupt 0 comes when a cause
 * that INTCTL lets through joins none.
 *
 * @see "High Definition Audio 1.0a, 3.3.2 (64OK), 3.3.7, 3.3.14"
 */
public final class HdaController implements Device {
  private static final int DEFAULT_ID = 0x26688086;
  private static final int CLASS = 0x040300;
  private static final long WINDOW = 0x4000;
  private static final int INPUTS = 4;
  private static final int STREAMS = 8;
  private static final int FIRST_STREAM = 0x80;
  private static final int STREAM = 0x20;
  private static final int ADDRESS_BITS = ~0x7F;
  private static final int SIZES = 0x42;
  private static final int POINTER_RESET = 0x8000;
  private static final int GLOBAL = 1 << 31;
  private static final int CONTROLLER = 1 << 30;

  private final Identity identity;
  private final boolean wide;
  private final HdaRegisters registers = new HdaRegisters();
  private List<HdaStream> streams = List.of();
  private HdaCommandRings rings = new HdaCommandRings(registers);
  private DeviceBus bus = NoBus.NONE;
  private boolean asserted;

  private HdaController(int id, boolean wide) {
    int known = id == 0 ? DEFAULT_ID : id;
    this.wide = wide;
    identity =
        new Identity(
            known & 0xFFFF, known >>> 16, CLASS, List.of(new Window(0, WINDOW, Kind.MEMORY)));
    reset();
  }

  /**
   * A controller that takes addresses of 64 bits.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any
   * @return it
   */
  public static HdaController of64Bits(int id) {
    return new HdaController(id, true);
  }

  /**
   * A controller that takes addresses of 32 bits.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any
   * @return it
   */
  public static HdaController of32Bits(int id) {
    return new HdaController(id, false);
  }

  private void reset() {
    for (int at = 0; at < FIRST_STREAM + STREAMS * STREAM; at += 4) {
      registers.write(at, 4, 0);
    }
    registers.set(GCAP, 4 << 12 | INPUTS << 8 | (wide ? 1 : 0));
    registers.set(VMAJ, 1);
    registers.set(CORBSIZE, SIZES);
    registers.set(RIRBSIZE, SIZES);
    streams =
        IntStream.range(0, STREAMS)
            .mapToObj(index -> new HdaStream(registers, index, index >= INPUTS, wide))
            .toList();
    rings = new HdaCommandRings(registers);
  }

  /**
   * What was played.
   *
   * @param stream an output stream, 4 to 7
   * @return the sum of all bytes
   */
  public long played(int stream) {
    return streams.get(stream).sum();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  @Override
  public long read(int bar, long offset, int size) {
    act();
    return registers.read(offset, size);
  }

  /** Registers of several sizes lie side by side; what is written to two of them reaches both. */
  @Override
  public void write(int bar, long offset, int size, long value) {
    if (offset == GCTL.offset()) {
      control((int) value);
    } else if (isAwake() && !isReadOnly(offset)) {
      long status = writtenStatus(offset, size, value);
      registers.write(offset, size, value);
      settle(offset, size, status);
    }
    assertLine();
  }

  private boolean isAwake() {
    return (registers.get(GCTL) & 1) != 0;
  }

  private static boolean isReadOnly(long offset) {
    return offset < GCTL.offset()
        || offset == INTSTS.offset()
        || offset == CORBSIZE.offset()
        || offset == RIRBSIZE.offset()
        || (offset >= FIRST_STREAM && offset % STREAM == STREAM_LPIB.offset() % STREAM);
  }

  private void control(int value) {
    if ((value & 1) == 0) {
      reset();
    } else if (!isAwake()) {
      registers.set(GCTL, 1);
      registers.set(STATESTS, 1);
    }
  }

  /** The byte of a status register that the write covers, as it is to be: ones clear. */
  private long writtenStatus(long offset, int size, long value) {
    long at = statusAt(offset, size);
    return at < 0 ? 0 : registers.read(at, 1) & ~(value >>> (8 * (at - offset)));
  }

  private static long statusAt(long offset, int size) {
    for (long at = offset; at < offset + size; at++) {
      boolean stream = at >= FIRST_STREAM && at % STREAM == STREAM_STS.offset() % STREAM;
      if (stream || at == RIRBSTS.offset() || at == STATESTS.offset()) {
        return at;
      }
    }
    return -1;
  }

  /** Puts bits right that do not keep what is written. */
  private void settle(long offset, int size, long status) {
    long statusAt = statusAt(offset, size);
    if (statusAt >= 0) {
      registers.write(statusAt, 1, status);
    }
    trim(CORBLBASE, CORBUBASE, 0, ADDRESS_BITS);
    trim(RIRBLBASE, RIRBUBASE, 0, ADDRESS_BITS);
    trim(DPLBASE, DPUBASE, 0, ADDRESS_BITS | 1);
    if (offset == RIRBWP.offset()) {
      registers.set(RIRBWP, 0);
    }
    if (offset == CORBRP.offset()) {
      registers.set(CORBRP, registers.get(CORBRP) & POINTER_RESET);
    }
    for (int stream = 0; stream < STREAMS; stream++) {
      trim(STREAM_BDPL, STREAM_BDPU, stream, ADDRESS_BITS);
    }
    if (offset >= FIRST_STREAM) {
      streams.get((int) (offset - FIRST_STREAM) / STREAM % STREAMS).controlled();
    }
  }

  private void trim(HdaRegister low, HdaRegister high, int stream, int bits) {
    registers.set(low, stream, registers.get(low, stream) & bits);
    if (!wide) {
      registers.set(high, stream, 0);
    }
  }

  private void assertLine() {
    int causes = (registers.get(RIRBCTL) & registers.get(RIRBSTS) & 1) != 0 ? CONTROLLER : 0;
    for (int stream = 0; stream < STREAMS; stream++) {
      causes |= streams.get(stream).interrupts() ? 1 << stream : 0;
    }
    int let = registers.get(INTCTL);
    boolean wanted = (let & GLOBAL) != 0 && (causes & let) != 0;
    registers.set(INTSTS, wanted ? causes | GLOBAL : causes);
    if (wanted && !asserted) {
      bus.interrupt(0);
    }
    asserted = wanted;
  }

  @Override
  public void act() {
    if (isAwake()) {
      rings.act(bus.dma());
      streams.forEach(stream -> stream.act(bus));
      assertLine();
    }
  }
}
