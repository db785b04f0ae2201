package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import java.util.List;
import java.util.Optional;

/**
 * An Intel integrated GPU with its global translation table (GGTT) and one plane. The upper half of
 * bar 0 is the table: one 64-bit entry a page of 4096 bytes, bit 0 present, bits 38:12 the address.
 * Bar 2 is the aperture: graphics memory as the CPU sees it, through the table.
 *
 * <p>Entries are CPU-physical: the unit before this GPU is left untranslated. The plane reads one
 * burst of each page of its surface when its surface register is written, and with the next refresh
 * shows in {@link #SURFACE_LIVE}.
 *
 * @see "Intel Open Source HD Graphics PRM, Skylake, volume 2c (PLANE_CTL, PLANE_SURF), volume 5
 *     (GGTT)"
 */
public final class IntelGraphics implements Device {
  /** Where the table starts in bar 0. */
  public static final int TABLE = 0x80_0000;

  /** Source size of the pipe: width - 1 in the upper, height - 1 in the lower 16 bits. */
  public static final int PIPE_SOURCE = 0x6001C;

  /** Plane: bit 31 switches it on. */
  public static final int PLANE_CONTROL = 0x70180;

  /** Plane: bytes of a line in units of 64. */
  public static final int PLANE_STRIDE = 0x70188;

  /** Plane: where the surface starts in graphics memory; writing it shows the surface. */
  public static final int PLANE_SURFACE = 0x7019C;

  /** Plane: which surface is on the screen. */
  public static final int SURFACE_LIVE = 0x701AC;

  private static final int PAGE = 4096;
  private static final long PRESENT = 1;
  private static final long ADDRESS = 0x7F_FFFF_F000L;
  private static final int BURST = 64;
  private static final int WINDOW = 0x100_0000;
  private static final int APERTURE = 0x1000_0000;
  private static final int FIRMWARE_MODE = 1919 << 16 | 1079;

  private final int id;
  private final RegisterFile registers = new RegisterFile();
  private DeviceBus bus = NoBus.NONE;
  private boolean armed;

  /**
   * A GPU that firmware has set to 1920 x 1080.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for a usual one
   */
  public IntelGraphics(int id) {
    this.id = id == 0 ? 0x5916_8086 : id;
    registers.write(0, PIPE_SOURCE, 4, FIRMWARE_MODE);
  }

  @Override
  public Identity identity() {
    return new Identity(
        id & 0xFFFF,
        id >>> 16,
        0x030000,
        List.of(
            new Window(0, WINDOW, Kind.WIDE_MEMORY), new Window(2, APERTURE, Kind.WIDE_MEMORY)));
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  /** Where a byte of graphics memory is; empty where the entry is not present. */
  private Optional<Long> translate(long graphics) {
    long entry = registers.read(0, TABLE + graphics / PAGE * 8, 8);
    return (entry & PRESENT) == 0
        ? Optional.empty()
        : Optional.of((entry & ADDRESS) + graphics % PAGE);
  }

  @Override
  public long read(int bar, long offset, int size) {
    if (bar == 2) {
      return translate(offset).map(at -> bus.physical().readNumber(at, size)).orElse(0L);
    }
    return registers.read(0, offset, size);
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    if (bar == 2) {
      translate(offset).ifPresent(at -> bus.physical().writeNumber(at, size, value));
      return;
    }
    if (offset == SURFACE_LIVE) {
      return;
    }
    registers.write(0, offset, size, value);
    armed |= offset == PLANE_SURFACE;
  }

  @Override
  public void act() {
    boolean on = (registers.read(0, PLANE_CONTROL, 4) & 1L << 31) != 0;
    if (!armed || !on) {
      return;
    }
    armed = false;
    long surface = registers.read(0, PLANE_SURFACE, 4) & -PAGE;
    long lines = (registers.read(0, PIPE_SOURCE, 4) & 0xFFFF) + 1;
    scan(surface, lines * registers.read(0, PLANE_STRIDE, 4) * 64);
    registers.write(0, SURFACE_LIVE, 4, surface);
    bus.interrupt(0);
  }

  private void scan(long surface, long bytes) {
    for (long done = 0; done < bytes; done += PAGE) {
      Optional<Long> at = translate(surface + done);
      if (at.isEmpty()) {
        bus.note("graphics page 0x%x has no entry".formatted((surface + done) / PAGE));
        return;
      }
      bus.physical().read(at.get(), BURST);
    }
  }
}
