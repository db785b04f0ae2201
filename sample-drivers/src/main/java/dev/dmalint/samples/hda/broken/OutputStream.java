package dev.dmalint.samples.hda.broken;

import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;

/** The first output stream of a controller with four input streams. */
final class OutputStream extends AudioStream {
  private static final int FIRST_STREAM = 0x80;
  private static final int STREAM = 0x20;
  private static final int INPUTS = 4;

  OutputStream(IOMemoryMap registers) {
    super(registers);
  }

  @Override
  int block() {
    return FIRST_STREAM + INPUTS * STREAM;
  }

  @Override
  int direction() {
    return IOMemoryDescriptor.kIODirectionOut;
  }
}
