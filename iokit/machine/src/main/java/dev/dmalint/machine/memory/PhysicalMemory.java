package dev.dmalint.machine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The physical address space as the CPU sees it: RAM with holes, and windows of device registers.
 * RAM is stored as far as it was written; what was not is zero.
 */
public final class PhysicalMemory {
  private static final int FRAME_SHIFT = 12;
  private static final int FRAME = 1 << FRAME_SHIFT;

  /**
   * A run of RAM.
   *
   * @param start first byte
   * @param length bytes
   */
  public record Bank(long start, long length) {
    /** {@return whether an address lies in it} */
    public boolean holds(long address) {
      return Long.compareUnsigned(address - start, length) < 0;
    }
  }

  /** Registers of a device, at offsets from the start of their window. */
  public interface Registers {
    /**
     * Reads.
     *
     * @param offset bytes from the start of the window
     * @param size 1, 2, 4 or 8 bytes
     * @return the value, zero-extended
     */
    long read(long offset, int size);

    /**
     * Writes.
     *
     * @param offset bytes from the start of the window
     * @param size 1, 2, 4 or 8 bytes
     * @param value its low bytes count
     */
    void write(long offset, int size, long value);
  }

  private record Window(Bank range, Registers registers) {}

  private final List<Bank> banks;
  private final List<Window> windows = new ArrayList<>();
  private final Map<Long, byte[]> frames = new HashMap<>();

  /**
   * A space with RAM and no devices.
   *
   * @param banks the RAM; they do not overlap
   */
  public PhysicalMemory(List<Bank> banks) {
    this.banks = List.copyOf(banks);
  }

  /** {@return bytes of RAM} */
  public long size() {
    return banks.stream().mapToLong(Bank::length).sum();
  }

  /** {@return whether there is RAM at an address} */
  public boolean isRam(long address) {
    return banks.stream().anyMatch(bank -> bank.holds(address));
  }

  /**
   * Puts registers into the space.
   *
   * @param start first byte
   * @param length bytes
   * @param registers what answers
   */
  public void place(long start, long length, Registers registers) {
    windows.add(new Window(new Bank(start, length), registers));
  }

  /** {@return whether a register is at an address} */
  public boolean isRegister(long address) {
    return window(address).isPresent();
  }

  /** {@return whether RAM or a register is at an address} */
  public boolean answers(long address) {
    return isRam(address) || window(address).isPresent();
  }

  /**
   * Reads bytes; all of them answer.
   *
   * @param address of the first
   * @param into where they go
   * @param at index of the first
   * @param length how many
   */
  public void read(long address, byte[] into, int at, int length) {
    for (int done = 0; done < length; ) {
      long here = address + done;
      int part = Math.min(length - done, FRAME - (int) (here & (FRAME - 1)));
      if (isRam(here)) {
        byte[] frame = frames.get(here >>> FRAME_SHIFT);
        if (frame == null) {
          java.util.Arrays.fill(into, at + done, at + done + part, (byte) 0);
        } else {
          System.arraycopy(frame, (int) (here & (FRAME - 1)), into, at + done, part);
        }
      } else {
        part = 1;
        into[at + done] = (byte) load(here, 1);
      }
      done += part;
    }
  }

  /**
   * Writes bytes; all of them answer.
   *
   * @param address of the first
   * @param from the bytes
   * @param at index of the first
   * @param length how many
   */
  public void write(long address, byte[] from, int at, int length) {
    for (int done = 0; done < length; ) {
      long here = address + done;
      int part = Math.min(length - done, FRAME - (int) (here & (FRAME - 1)));
      if (isRam(here)) {
        System.arraycopy(from, at + done, frame(here), (int) (here & (FRAME - 1)), part);
      } else {
        part = 1;
        store(here, 1, from[at + done] & 0xFF);
      }
      done += part;
    }
  }

  /**
   * One access.
   *
   * @param address where
   * @param size 1, 2, 4 or 8 bytes
   * @return the value, little-endian; all ones where nobody answers
   */
  public long load(long address, int size) {
    Optional<Window> window = window(address);
    if (window.isPresent()) {
      return window.get().registers().read(address - window.get().range().start(), size)
          & mask(size);
    }
    if (!isRam(address)) {
      return mask(size);
    }
    byte[] bytes = new byte[size];
    read(address, bytes, 0, size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (bytes[i] & 0xFF);
    }
    return value;
  }

  /**
   * One access; vanishes where nobody answers.
   *
   * @param address where
   * @param size 1, 2, 4 or 8 bytes
   * @param value its low bytes count
   */
  public void store(long address, int size, long value) {
    Optional<Window> window = window(address);
    if (window.isPresent()) {
      long offset = address - window.get().range().start();
      window.get().registers().write(offset, size, value & mask(size));
    } else if (isRam(address)) {
      byte[] bytes = new byte[size];
      for (int i = 0; i < size; i++) {
        bytes[i] = (byte) (value >>> (8 * i));
      }
      write(address, bytes, 0, size);
    }
  }

  /**
   * Forgets what RAM holds: it reads as zero.
   *
   * @param address first byte, at a page
   * @param length bytes, whole pages
   */
  public void clear(long address, long length) {
    for (long at = 0; at < length; at += FRAME) {
      frames.remove((address + at) >>> FRAME_SHIFT);
    }
  }

  private byte[] frame(long address) {
    return frames.computeIfAbsent(address >>> FRAME_SHIFT, key -> new byte[FRAME]);
  }

  private Optional<Window> window(long address) {
    return windows.stream().filter(window -> window.range().holds(address)).findFirst();
  }

  private static long mask(int size) {
    return size == 8 ? -1 : (1L << (8 * size)) - 1;
  }
}
