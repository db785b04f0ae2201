package dev.dmalint.machine.device.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A disk at a port: IDENTIFY DEVICE, READ and WRITE DMA EXT, FLUSH CACHE EXT, SET FEATURES.
 *
 * @see "ACS-3, 7.12, 7.21, 7.57"
 */
final class AtaDisk {
  /** How a command ended. */
  enum Answer {
    /** With data that the disk moved by itself, or none. */
    DONE,
    /** With data after a PIO setup. */
    PIO,
    /** Done, but the PRDT had less room than there was data. */
    SHORT,
    /** Not at all. */
    ABORTED
  }

  private static final int FIS = 0x27;
  private static final int READ_DMA_EXT = 0x25;
  private static final int WRITE_DMA_EXT = 0x35;
  private static final int FLUSH_CACHE_EXT = 0xEA;
  private static final int IDENTIFY = 0xEC;
  private static final int SET_FEATURES = 0xEF;

  private final Medium medium;
  private int transferred;

  AtaDisk(Medium medium) {
    this.medium = medium;
  }

  /** {@return bytes that the last command moved} */
  int transferred() {
    return transferred;
  }

  Answer execute(AhciCommand command, AhciTransfer transfer) {
    transferred = 0;
    if (command.fis() != FIS) {
      return Answer.ABORTED;
    }
    return switch (command.code()) {
      case IDENTIFY -> {
        send(command, transfer, identity());
        yield Answer.PIO;
      }
      case READ_DMA_EXT ->
          medium.holds(command.block(), command.count())
              ? send(command, transfer, medium.read(command.block(), command.count()))
              : Answer.ABORTED;
      case WRITE_DMA_EXT ->
          medium.holds(command.block(), command.count()) ? take(command, transfer) : Answer.ABORTED;
      case FLUSH_CACHE_EXT, SET_FEATURES -> Answer.DONE;
      default -> Answer.ABORTED;
    };
  }

  private Answer send(AhciCommand command, AhciTransfer transfer, byte[] bytes) {
    transferred = transfer.toMemory(command, bytes);
    return transferred == bytes.length ? Answer.DONE : Answer.SHORT;
  }

  /** Only whole blocks reach the medium. */
  private Answer take(AhciCommand command, AhciTransfer transfer) {
    byte[] bytes = transfer.fromMemory(command, command.count() * Medium.BLOCK);
    transferred = bytes.length;
    if (bytes.length == command.count() * Medium.BLOCK) {
      medium.write(command.block(), bytes);
      return Answer.DONE;
    }
    return Answer.SHORT;
  }

  private byte[] identity() {
    ByteBuffer words = ByteBuffer.allocate(Medium.BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    words.putShort(0, (short) 0x40);
    byte[] model = "AHCI disk model".concat(" ".repeat(25)).getBytes(US_ASCII);
    for (int i = 0; i < model.length; i++) {
      words.put(54 + (i ^ 1), model[i]);
    }
    words.putShort(2 * 49, (short) 0x0300);
    words.putInt(2 * 60, (int) medium.blocks());
    words.putShort(2 * 83, (short) 0x7400);
    words.putShort(2 * 86, (short) 0x3400);
    words.putLong(2 * 100, medium.blocks());
    return words.array();
  }
}
