package dev.dmalint.machine.device.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The structures of 4096 bytes that Identify gives.
 *
 * @see "NVM Express 1.4, 5.15"
 */
final class NvmeIdentity {
  private static final int BYTES = 4096;
  private static final int NAMESPACE = 0;
  private static final int CONTROLLER = 1;
  private static final int NAMESPACES = 2;
  private static final int BLOCK_SHIFT = 9;

  private NvmeIdentity() {}

  /** The structure that bits 7:0 of dword 10 ask for. */
  static Optional<byte[]> structure(int wanted, int vendor, Medium medium) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    switch (wanted) {
      case NAMESPACE -> {
        bytes.putLong(0, medium.blocks()).putLong(8, medium.blocks()).putLong(16, medium.blocks());
        bytes.putInt(128, BLOCK_SHIFT << 16);
      }
      case CONTROLLER -> controller(bytes, vendor);
      case NAMESPACES -> bytes.putInt(0, NvmeBlocks.NAMESPACE);
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.array());
  }

  private static void controller(ByteBuffer bytes, int vendor) {
    bytes.putShort(0, (short) vendor).putShort(2, (short) vendor);
    text(bytes, 4, 20, "1");
    text(bytes, 24, 40, "NVMe model");
    text(bytes, 64, 8, "1.0");
    bytes.put(77, (byte) NvmeBlocks.LARGEST_SHIFT);
    bytes.putInt(80, NvmeController.VERSION);
    bytes.put(512, (byte) 0x66).put(513, (byte) 0x44);
    bytes.putInt(516, 1);
  }

  /** Blanks fill what is left. */
  private static void text(ByteBuffer bytes, int at, int length, String text) {
    bytes.put(at, (text + " ".repeat(length - text.length())).getBytes(US_ASCII));
  }
}
