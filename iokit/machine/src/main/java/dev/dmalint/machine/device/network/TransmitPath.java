package dev.dmalint.machine.device.network;

import dev.dmalint.machine.bus.DmaPort;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Puts frames together from the buffers of transmit descriptors, legacy ones and extended ones of
 * data; an extended one of context has no buffer. It reports what asks for it, in the status.
 *
 * @see "Intel 82574 datasheet, 7.2.4, 7.2.10"
 */
final class TransmitPath {
  private static final int END_OF_PACKET = 1 << 24;
  private static final int REPORT = 1 << 27;
  private static final int EXTENDED = 1 << 29;
  private static final int TYPE = 0xF0_0000;
  private static final int STATUS = 12;
  private static final int DONE = 1;
  private static final int LONGEST = 16288;

  private final DescriptorRing ring;
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

  TransmitPath(DescriptorRing ring) {
    this.ring = ring;
  }

  /** Sends what the driver queued, and says whether something was reported. */
  boolean send(DmaPort dma, Cable cable) {
    boolean reported = false;
    for (long left = ring.available(); left > 0; left--) {
      long at = ring.current();
      byte[] bytes = dma.read(at, DescriptorRing.DESCRIPTOR);
      ByteBuffer descriptor = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int command = descriptor.getInt(8);
      take(dma, descriptor.getLong(0), command);
      if ((command & END_OF_PACKET) != 0 && !isContext(command)) {
        cable.send(frame.toByteArray());
        frame.reset();
      }
      if ((command & REPORT) != 0) {
        dma.writeNumber(at + STATUS, 4, descriptor.getInt(STATUS) | DONE);
        reported = true;
      }
      ring.advance();
    }
    return reported;
  }

  private static boolean isContext(int command) {
    return (command & EXTENDED) != 0 && (command & TYPE) == 0;
  }

  private void take(DmaPort dma, long address, int command) {
    int length = (command & EXTENDED) != 0 ? command & 0xF_FFFF : command & 0xFFFF;
    if (!isContext(command) && length > 0 && frame.size() + length <= LONGEST) {
      frame.writeBytes(dma.read(address, length));
    }
  }
}
