package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaPort;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A virtio device: the modern interface with its common configuration at the start of bar 4, or the
 * legacy one in the I/O ports of bar 0. Rings and buffers are CPU-physical unless the driver has
 * accepted ACCESS_PLATFORM (bit 33), which the legacy interface cannot offer; where it is offered
 * and not accepted, FEATURES_OK does not stay set. A status of 0 resets the device. A balloon takes
 * the buffers of queue 0 for numbers of 4 KiB pages, CPU-physical whatever was accepted.
 *
 * @see "Virtio 1.2, 2.7, 4.1.4.3, 4.1.4.10, 5.5.6, 6"
 */
public final class VirtioDevice implements Device {
  private static final int WRITE = 2;
  private static final int NEXT = 1;
  private static final int SIZE = 64;
  private static final int PAGE_SHIFT = 12;
  private static final int LONGEST = 1 << 16;
  private static final int UPPER_VERSION_1 = 1;
  private static final int UPPER_ACCESS_PLATFORM = 2;
  private static final int BALLOON_LEGACY = 0x1002;
  private static final int BALLOON_MODERN = 0x1045;
  private static final int WANTED_PAGES = 16;
  private static final int CONFIGURATION_CHANGED = 2;
  private static final int FEATURES_OK = 0x08;
  private static final int ISR = 0x1000;
  private static final int CONFIGURATION = 0x2000;

  private record Piece(long address, int length) {}

  private static final class Queue {
    private long size = SIZE;
    private long descriptors;
    private long available;
    private long used;
    private int seen;
  }

  private final int id;
  private final boolean legacy;
  private final boolean offersTranslation;
  private final RegisterFile registers = new RegisterFile();
  private final Map<Long, Queue> queues = new TreeMap<>();
  private DeviceBus bus = NoBus.NONE;
  private boolean translated;
  private int isr;
  private boolean asked;
  private final VirtioRequests requests;

  /**
   * A device.
   *
   * @param id device id in the high, vendor id in the low 16 bits; below 0x1040 it is a legacy one
   * @param offersTranslation whether it offers ACCESS_PLATFORM
   */
  public VirtioDevice(int id, boolean offersTranslation) {
    this.id = id;
    this.legacy = id >>> 16 < 0x1040;
    this.offersTranslation = offersTranslation && !legacy;
    this.requests = VirtioRequests.of(kind(), legacy);
  }

  /** What kind of device it is: 1 network, 2 block, 5 balloon. */
  private int kind() {
    int device = id >>> 16;
    if (!legacy) {
      return device - 0x1040;
    }
    return switch (device) {
      case 0x1000 -> 1;
      case 0x1001 -> 2;
      case BALLOON_LEGACY -> 5;
      default -> 0;
    };
  }

  @Override
  public Identity identity() {
    Window window = legacy ? new Window(0, 256, Kind.PORTS) : new Window(4, 0x4000, Kind.MEMORY);
    return new Identity(id & 0xFFFF, id >>> 16, 0x010000, List.of(window));
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  private Queue queue() {
    long selected = registers.read(0, legacy ? 0x0E : 0x16, 2);
    return queues.computeIfAbsent(selected, key -> new Queue());
  }

  @Override
  public long read(int bar, long offset, int size) {
    if (legacy) {
      return switch ((int) offset) {
        case 0x08 -> queue().descriptors >>> PAGE_SHIFT;
        case 0x0C -> SIZE;
        case 0x13 -> takeIsr();
        case 0x14 -> isBalloon() ? WANTED_PAGES : configuration(0, size);
        default ->
            offset < 8
                ? 0
                : offset > 0x14 && !isBalloon()
                    ? configuration(offset - 0x14, size)
                    : registers.read(0, offset, size);
      };
    }
    return switch ((int) offset) {
      case 0x04 ->
          registers.read(0, 0, 4) == 1
              ? UPPER_VERSION_1 | (offersTranslation ? UPPER_ACCESS_PLATFORM : 0)
              : 0;
      case 0x12 -> 1;
      case 0x18 -> queue().size;
      case ISR -> takeIsr();
      case CONFIGURATION -> isBalloon() ? WANTED_PAGES : configuration(0, size);
      default ->
          offset > CONFIGURATION && offset < CONFIGURATION + 0x100 && !isBalloon()
              ? configuration(offset - CONFIGURATION, size)
              : registers.read(0, offset, size);
    };
  }

  private long configuration(long offset, int size) {
    byte[] bytes = requests.configuration();
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      int at = (int) offset + i;
      value = value << 8 | (at < bytes.length ? bytes[at] & 0xFF : 0);
    }
    return value;
  }

  private int takeIsr() {
    int now = isr;
    isr = 0;
    return now;
  }

  private boolean isBalloon() {
    return id >>> 16 == BALLOON_LEGACY || id >>> 16 == BALLOON_MODERN;
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    registers.write(0, offset, size, value);
    boolean status = offset == (legacy ? 0x12 : 0x14);
    if (status && value == 0) {
      reset();
      return;
    }
    if (status && offersTranslation && !translated) {
      registers.write(0, offset, size, value & ~FEATURES_OK);
    }
    if (legacy) {
      if (offset == 0x08) {
        place(value << PAGE_SHIFT);
      }
      return;
    }
    switch ((int) offset) {
      case 0x0C -> {
        if (registers.read(0, 0x08, 4) == 1) {
          translated = offersTranslation && (value & UPPER_ACCESS_PLATFORM) != 0;
        }
      }
      case 0x18 -> queue().size = value;
      case 0x20, 0x24 -> queue().descriptors = registers.read(0, 0x20, 8);
      case 0x28, 0x2C -> queue().available = registers.read(0, 0x28, 8);
      case 0x30, 0x34 -> queue().used = registers.read(0, 0x30, 8);
      default -> {}
    }
  }

  /** The driver starts over: what it said of queues and features is forgotten. */
  private void reset() {
    queues.clear();
    registers.clear();
    translated = false;
    isr = 0;
    asked = false;
  }

  /** The layout of a legacy ring: descriptors, available, and the used ring at the next page. */
  private void place(long base) {
    Queue queue = queue();
    queue.descriptors = base;
    queue.available = base + 16L * SIZE;
    queue.used = (queue.available + 4 + 2L * SIZE + 2 + 4095) & -4096L;
  }

  @Override
  public void act() {
    if (isBalloon() && !asked && !queues.isEmpty()) {
      asked = true;
      isr = CONFIGURATION_CHANGED;
      bus.interrupt(0);
    }
    for (Map.Entry<Long, Queue> entry : queues.entrySet()) {
      Queue queue = entry.getValue();
      if (queue.descriptors != 0 && queue.available != 0 && queue.used != 0) {
        serve(entry.getKey(), queue);
      }
    }
  }

  private DmaPort port() {
    return translated ? bus.dma() : bus.physical();
  }

  private void serve(long number, Queue queue) {
    int index = (int) port().readNumber(queue.available + 2, 2);
    int waiting = index - queue.seen & 0xFFFF;
    if (waiting > queue.size) {
      return;
    }
    for (int i = 0; i < waiting; i++) {
      long slot = queue.seen++ % queue.size;
      long head = port().readNumber(queue.available + 4 + 2 * slot, 2);
      long length = chain(number, queue, head);
      port().writeNumber(queue.used + 4 + 8 * slot, 4, head);
      port().writeNumber(queue.used + 8 + 8 * slot, 4, length);
      port().writeNumber(queue.used + 2, 2, queue.seen);
    }
    if (waiting > 0) {
      isr = 1;
      bus.interrupt(0);
    }
  }

  /** Reads what the driver has put in, and writes what the device answers. */
  private long chain(long number, Queue queue, long head) {
    List<Piece> out = new ArrayList<>();
    List<Piece> in = new ArrayList<>();
    long at = head;
    for (int i = 0; i < queue.size; i++) {
      long entry = queue.descriptors + 16 * (at % queue.size);
      long address = port().readNumber(entry, 8);
      int length = (int) port().readNumber(entry + 8, 4);
      int flags = (int) port().readNumber(entry + 12, 2);
      if (length > 0 && length <= LONGEST) {
        ((flags & WRITE) != 0 ? in : out).add(new Piece(address, length));
      }
      if ((flags & NEXT) == 0) {
        break;
      }
      at = port().readNumber(entry + 14, 2);
    }
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    for (Piece piece : out) {
      sent.writeBytes(read(number, piece));
    }
    int room = in.stream().mapToInt(Piece::length).sum();
    return write(in, requests.serve((int) number, sent.toByteArray(), room));
  }

  private long write(List<Piece> pieces, byte[] answer) {
    int done = 0;
    for (Piece piece : pieces) {
      int part = Math.min(piece.length(), answer.length - done);
      if (part > 0) {
        port().write(piece.address(), Arrays.copyOfRange(answer, done, done + part));
        done += part;
      }
    }
    return done;
  }

  /** The pages of the inflate queue go to the host, which clears them. */
  private byte[] read(long number, Piece piece) {
    byte[] bytes = port().read(piece.address(), piece.length());
    if (isBalloon() && number == 0) {
      ByteBuffer pages = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      while (pages.remaining() >= 4) {
        long page = Integer.toUnsignedLong(pages.getInt());
        bus.note("the host takes the page with number 0x%x".formatted(page));
        bus.physical().write(page << PAGE_SHIFT, new byte[1 << PAGE_SHIFT]);
      }
    }
    return bytes;
  }
}
