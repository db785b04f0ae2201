package dev.dmalint.machine.device.network;

import dev.dmalint.machine.bus.DmaPort;
import java.util.Arrays;

/**
 * Puts frames into the buffers of legacy receive descriptors, and says so in their status. A frame
 * longer than a buffer takes several; a buffer at address 0 takes nothing.
 *
 * @see "Intel 82574 datasheet, 7.1.4"
 */
final class ReceivePath {
  private static final int CHECKSUM = 4;
  private static final int STRIP_CHECKSUM = 1 << 26;
  private static final int EXTENDED_SIZE = 1 << 25;
  private static final int LENGTH = 8;
  private static final int STATUS = 12;
  private static final int DONE = 1;
  private static final int END_OF_PACKET = 2;
  private static final int SHORTEST = 60;

  private final DescriptorRing ring;

  ReceivePath(DescriptorRing ring) {
    this.ring = ring;
  }

  /** Takes a frame if the ring has room for it, and says whether it had. */
  boolean take(DmaPort dma, byte[] frame, int control) {
    int length = Math.max(SHORTEST, frame.length);
    byte[] bytes =
        Arrays.copyOf(frame, (control & STRIP_CHECKSUM) != 0 ? length : length + CHECKSUM);
    int room = bufferSize(control);
    if (ring.available() * room < bytes.length) {
      return false;
    }
    for (int done = 0; done < bytes.length; done += room) {
      int part = Math.min(room, bytes.length - done);
      long descriptor = ring.current();
      long buffer = dma.readNumber(descriptor, 8);
      if (buffer != 0) {
        dma.write(buffer, Arrays.copyOfRange(bytes, done, done + part));
      }
      boolean last = done + part == bytes.length;
      dma.writeNumber(descriptor + LENGTH, 4, part);
      dma.writeNumber(descriptor + STATUS, 4, last ? DONE | END_OF_PACKET : DONE);
      ring.advance();
    }
    return true;
  }

  /** RCTL.BSIZE and RCTL.BSEX: 256 to 16384 bytes. */
  private static int bufferSize(int control) {
    int size = 2048 >>> (control >>> 16 & 3);
    return (control & EXTENDED_SIZE) != 0 ? size * 16 : size;
  }
}
