package dev.dmalint.machine.device;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.PortDevice;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * QEMU's fw_cfg with its DMA interface. Ports, from the first:
 *
 * <pre>
 * 0x00  selector, 16 bits
 * 0x01  data, 8 bits; a read gives the next byte of the item
 * 0x04  DMA address, upper 32 bits, big-endian
 * 0x08  DMA address, lower 32 bits, big-endian; writing it starts
 * </pre>
 *
 * <p>The address is that of {be32 control, be32 length, be64 address}. Both addresses are
 * guest-physical; no IOMMU of the guest is asked. When it is done the control word is 0, or 1 for
 * an error.
 *
 * @see "QEMU: docs/specs/fw_cfg.rst"
 */
public final class FirmwareConfiguration implements PortDevice {
  /** Where the selector is, from the first port. */
  public static final int SELECTOR = 0x0;

  /** Where the data is, from the first port. */
  public static final int DATA = 0x1;

  /** Where the upper half of the DMA address goes, from the first port. */
  public static final int DMA_HIGH = 0x4;

  /** Where the lower half of the DMA address goes, from the first port. */
  public static final int DMA_LOW = 0x8;

  private static final int FIRST = 0x510;
  private static final int PORTS = 12;
  private static final long MAGIC = 0x51454D5520434647L;
  private static final int ERROR = 0x01;
  private static final int READ = 0x02;
  private static final int SKIP = 0x04;
  private static final int SELECT = 0x08;
  private static final int WRITE = 0x10;
  private static final int SIGNATURE = 0x00;
  private static final int FEATURES = 0x01;
  private static final int DIRECTORY = 0x19;
  private static final int FIRST_FILE = 0x20;
  private static final int ENTRY = 64;
  private static final int LONGEST = 1 << 20;

  private static final class File {
    private final String name;
    private final boolean writable;
    private final byte[] content;

    File(String name, boolean writable, byte[] content) {
      this.name = name;
      this.writable = writable;
      this.content = content;
    }

    String name() {
      return name;
    }

    boolean writable() {
      return writable;
    }

    byte[] content() {
      return content;
    }
  }

  private final Map<Integer, File> items = new TreeMap<>();
  private DeviceBus bus = NoBus.NONE;
  private int selected;
  private int offset;
  private long high;

  /** The device, with a file to read and one to write. */
  public FirmwareConfiguration() {
    items.put(SIGNATURE, new File("", false, "QEMU".getBytes(US_ASCII)));
    items.put(FEATURES, new File("", false, new byte[] {3, 0, 0, 0}));
    items.put(FIRST_FILE, new File("etc/system-states", false, new byte[] {0, 0, 0, 1, 2, 0}));
    items.put(FIRST_FILE + 1, new File("etc/vmcoreinfo", true, new byte[28]));
    items.put(DIRECTORY, new File("", false, directory()));
  }

  private byte[] directory() {
    Map<Integer, File> files = new TreeMap<>(items);
    files.keySet().removeIf(key -> key < FIRST_FILE);
    ByteBuffer bytes = ByteBuffer.allocate(4 + ENTRY * files.size());
    bytes.putInt(files.size());
    files.forEach(
        (key, file) -> {
          byte[] name = Arrays.copyOf(file.name().getBytes(US_ASCII), ENTRY - 8);
          bytes.putInt(file.content().length).putShort(key.shortValue()).putShort((short) 0);
          bytes.put(name);
        });
    return bytes.array();
  }

  @Override
  public String name() {
    return "fw_cfg";
  }

  @Override
  public int firstPort() {
    return FIRST;
  }

  @Override
  public int ports() {
    return PORTS;
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  @Override
  public long read(int port, int size) {
    if (port == DATA) {
      return size == 1 ? next() : 0;
    }
    if (port >= DMA_HIGH && port + size <= PORTS) {
      byte[] magic = ByteBuffer.allocate(8).putLong(MAGIC).array();
      long value = 0;
      for (int i = size - 1; i >= 0; i--) {
        value = value << 8 | (magic[port - DMA_HIGH + i] & 0xFF);
      }
      return value;
    }
    return port == SELECTOR ? selected : 0;
  }

  private int next() {
    byte[] content = item().map(File::content).orElse(new byte[0]);
    return offset < content.length ? content[offset++] & 0xFF : 0;
  }

  private Optional<File> item() {
    return Optional.ofNullable(items.get(selected));
  }

  @Override
  public void write(int port, int size, long value) {
    if (port == SELECTOR && size == 2) {
      select((int) value);
    } else if (port == DMA_HIGH && size == 4) {
      high = Integer.toUnsignedLong(Integer.reverseBytes((int) value));
    } else if (port == DMA_LOW && size == 4) {
      long low = Integer.toUnsignedLong(Integer.reverseBytes((int) value));
      long request = high << 32 | low;
      high = 0;
      serve(request);
    }
  }

  private void select(int key) {
    selected = key & 0xFFFF;
    offset = 0;
  }

  private void serve(long request) {
    ByteBuffer bytes = ByteBuffer.wrap(bus.dma().read(request, 16));
    int control = bytes.getInt();
    int length = bytes.getInt();
    long address = bytes.getLong();
    bus.note("request 0x%x: 0x%x bytes at 0x%x".formatted(control, length, address));
    if ((control & SELECT) != 0) {
      select(control >>> 16);
    }
    boolean done = length >= 0 && length <= LONGEST && transfer(control, length, address);
    bus.dma().write(request, ByteBuffer.allocate(4).putInt(done ? 0 : ERROR).array());
  }

  /** Behind the end of an item there are zeros to read and nothing to write. */
  private boolean transfer(int control, int length, long address) {
    byte[] content = item().map(File::content).orElse(new byte[0]);
    if ((control & READ) != 0) {
      byte[] out = new byte[length];
      int part = Math.max(0, Math.min(length, content.length - offset));
      System.arraycopy(content, Math.min(offset, content.length), out, 0, part);
      bus.dma().write(address, out);
    } else if ((control & WRITE) != 0) {
      boolean fits = item().map(File::writable).orElse(false) && offset + length <= content.length;
      if (!fits) {
        return false;
      }
      byte[] in = bus.dma().read(address, length);
      System.arraycopy(in, 0, content, offset, length);
    } else if ((control & SKIP) == 0) {
      return true;
    }
    offset += length;
    return true;
  }
}
