package dev.dmalint.machine.device.audio;

import dev.dmalint.machine.device.RegisterFile;

/** What the registers hold, by name. */
final class HdaRegisters {
  private final RegisterFile file = new RegisterFile();

  int get(HdaRegister register) {
    return get(register, 0);
  }

  /** A register of a stream. */
  int get(HdaRegister register, int stream) {
    return (int) file.read(0, register.offset() + 0x20L * stream, register.size());
  }

  void set(HdaRegister register, int value) {
    set(register, 0, value);
  }

  /** A register of a stream. */
  void set(HdaRegister register, int stream, int value) {
    file.write(0, register.offset() + 0x20L * stream, register.size(), value);
  }

  long address(HdaRegister low, HdaRegister high) {
    return address(low, high, 0);
  }

  long address(HdaRegister low, HdaRegister high, int stream) {
    return (get(low, stream) & 0xFFFF_FFFFL) | (long) get(high, stream) << 32;
  }

  long read(long offset, int size) {
    return file.read(0, offset, size);
  }

  void write(long offset, int size, long value) {
    file.write(0, offset, size, value);
  }
}
