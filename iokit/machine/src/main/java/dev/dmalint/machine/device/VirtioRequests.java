package dev.dmalint.machine.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a virtio device makes of the bytes in its queues. */
interface VirtioRequests {
  /** {@return the fields that are particular to the kind of device, from their start} */
  byte[] configuration();

  /**
   * Serves one chain of buffers.
   *
   * @param queue its number
   * @param sent what the driver has put in
   * @param room bytes that the driver has left for the answer
   * @return the answer, at most that long
   */
  byte[] serve(int queue, byte[] sent, int room);

  /**
   * The requests of a kind of device.
   *
   * @param kind virtio's device id: 1 network, 2 block; others take all and answer with zeros
   * @param legacy whether it has the legacy interface
   * @return how they are served
   */
  static VirtioRequests of(int kind, boolean legacy) {
    return switch (kind) {
      case 1 -> new Network(legacy ? 10 : 12);
      case 2 -> new Block();
      default -> new Silent();
    };
  }

  /** Nothing is known of the queues. */
  record Silent() implements VirtioRequests {
    @Override
    public byte[] configuration() {
      return new byte[0];
    }

    @Override
    public byte[] serve(int queue, byte[] sent, int room) {
      return new byte[room];
    }
  }

  /**
   * Queue 0 receives, queue 1 sends. A packet comes in for each buffer: a broadcast of 60 bytes.
   *
   * @param header bytes before each packet
   * @see "Virtio 1.2, 5.1"
   */
  record Network(int header) implements VirtioRequests {
    private static final int PACKET = 60;
    private static final int ADDRESS = 6;

    @Override
    public byte[] configuration() {
      return new byte[] {0x52, 0x54, 0, 0x12, 0x34, 0x56, 1, 0};
    }

    @Override
    public byte[] serve(int queue, byte[] sent, int room) {
      byte[] packet = new byte[Math.min(room, header + PACKET)];
      if (queue % 2 != 0 || packet.length < header + ADDRESS) {
        return new byte[0];
      }
      Arrays.fill(packet, header, header + ADDRESS, (byte) 0xFF);
      return packet;
    }
  }

  /**
   * A disk of 1 MiB whose sectors begin with their number. A request is {le32 type, le32, le64
   * sector}, then data; the last byte of the answer is the status.
   *
   * @see "Virtio 1.2, 5.2"
   */
  final class Block implements VirtioRequests {
    private static final int SECTOR = 512;
    private static final int SECTORS = 2048;
    private static final int HEADER = 16;
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int FLUSH = 4;
    private static final byte OK = 0;
    private static final byte ERROR = 1;
    private static final byte UNSUPPORTED = 2;

    private final Map<Long, byte[]> written = new TreeMap<>();

    @Override
    public byte[] configuration() {
      return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, SECTORS).array();
    }

    @Override
    public byte[] serve(int queue, byte[] sent, int room) {
      byte[] answer = new byte[room];
      if (room > 0) {
        answer[room - 1] = sent.length < HEADER ? ERROR : perform(sent, answer);
      }
      return answer;
    }

    private byte perform(byte[] sent, byte[] answer) {
      ByteBuffer header = ByteBuffer.wrap(sent).order(ByteOrder.LITTLE_ENDIAN);
      int type = header.getInt(0);
      long sector = header.getLong(8);
      int bytes = type == IN ? answer.length - 1 : sent.length - HEADER;
      if (type == FLUSH) {
        return OK;
      }
      if (type != IN && type != OUT) {
        return UNSUPPORTED;
      }
      if (bytes % SECTOR != 0 || sector < 0 || sector > SECTORS - bytes / SECTOR) {
        return ERROR;
      }
      for (int i = 0; i < bytes / SECTOR; i++) {
        if (type == IN) {
          System.arraycopy(content(sector + i), 0, answer, SECTOR * i, SECTOR);
        } else {
          int from = HEADER + SECTOR * i;
          written.put(sector + i, Arrays.copyOfRange(sent, from, from + SECTOR));
        }
      }
      return OK;
    }

    private byte[] content(long sector) {
      return written.getOrDefault(
          sector,
          ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN).putLong(0, sector).array());
    }
  }
}
