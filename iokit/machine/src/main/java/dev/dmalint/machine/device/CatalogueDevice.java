package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaLimits;
import dev.dmalint.machine.bus.DmaPort;
import dev.dmalint.models.DemandedField;
import dev.dmalint.models.Device.Layout;
import dev.dmalint.models.Device.LayoutField;
import dev.dmalint.models.Device.Part;
import dev.dmalint.models.Device.Register;
import dev.dmalint.models.Device.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A device of the model files: it knows which registers and which fields of its rings take
 * addresses, and does one access of four bytes for each address it is given. What else the device
 * does it does not know.
 *
 * <p>It acts when time passes after a register was written: each address register, then up to 16
 * entries of the layout it points at, then what those point at. It reads; where only writing was
 * prepared it writes zeros. Then it raises interrupt 0, at most four times.
 */
public final class CatalogueDevice implements Device {
  private static final Set<String> TRANSLATED = Set.of("K1", "K3", "K5", "K16", "K17");
  private static final String BY_FEATURE = "virtio-modern";
  private static final int ENTRIES = 16;
  private static final int DEPTH = 3;
  private static final int INTERRUPTS = 4;
  private static final int ACCESS = 4;
  private static final long WINDOW = 1 << 20;
  private static final int FEATURE_SELECT = 0x08;
  private static final int FEATURE = 0x0C;
  private static final int ACCESS_PLATFORM = 2;

  private final dev.dmalint.models.Device model;
  private final Identity identity;
  private final boolean offersTranslation;
  private final RegisterFile registers = new RegisterFile();
  private DeviceBus bus = NoBus.NONE;
  private boolean written;
  private boolean acceptsTranslation;
  private int interrupts;

  /**
   * A device.
   *
   * @param model what the model files know of it
   * @param id device id in the high, vendor id in the low 16 bits
   * @param offersTranslation whether it offers virtio's ACCESS_PLATFORM, if it is a virtio device
   */
  public CatalogueDevice(dev.dmalint.models.Device model, int id, boolean offersTranslation) {
    this.model = model;
    this.offersTranslation = offersTranslation;
    List<Window> windows = new ArrayList<>();
    windows.add(new Window(0, WINDOW, Kind.MEMORY));
    for (int bar = 2; bar <= 5; bar++) {
      windows.add(new Window(bar, WINDOW, Kind.MEMORY));
    }
    this.identity = new Identity(id & 0xFFFF, id >>> 16, 0x088000, windows);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  @Override
  public long read(int bar, long offset, int size) {
    if (model.consumer().equals(BY_FEATURE) && offset == 4) {
      boolean upper = registers.read(bar, 0, 4) == 1;
      return upper && offersTranslation ? ACCESS_PLATFORM : 0;
    }
    return registers.read(bar, offset, size);
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    registers.write(bar, offset, size, value);
    written = true;
    if (offset == FEATURE && registers.read(bar, FEATURE_SELECT, 4) == 1) {
      acceptsTranslation = offersTranslation && (value & ACCESS_PLATFORM) != 0;
    }
  }

  @Override
  public void act() {
    if (!written) {
      return;
    }
    written = false;
    boolean used = false;
    for (Register register : model.registers()) {
      if (register.role() == Role.ADDRESS && register.part() != Part.HIGH) {
        for (int i = 0; i < Math.max(1, register.count()); i++) {
          used |= follow(register, register.offset() + i * register.stride());
        }
      }
    }
    if (used && interrupts < INTERRUPTS) {
      interrupts++;
      bus.interrupt(0);
    }
  }

  private boolean follow(Register register, long offset) {
    boolean used = false;
    for (Window window : identity.bars()) {
      boolean here = register.window().equals("*") || register.window().equals("" + window.bar());
      long value = here ? value(register, window.bar(), offset) : 0;
      if (value != 0) {
        String consumer = register.consumer().isEmpty() ? model.consumer() : register.consumer();
        use(consumer, register.field(), value, DEPTH);
        used = true;
      }
    }
    return used;
  }

  private long value(Register register, int bar, long offset) {
    int size = register.part() == Part.LOW || register.field().width() <= 32 ? 4 : 8;
    long low = registers.read(bar, offset, size);
    if (register.part() == Part.LOW) {
      return low | highOf(register, bar, offset) << 32;
    }
    return low;
  }

  private long highOf(Register low, int bar, long offset) {
    return model.registers().stream()
        .filter(register -> register.part() == Part.HIGH)
        .filter(register -> register.field().name().equals(low.field().name()))
        .findFirst()
        .map(high -> registers.read(bar, high.offset() + offset - low.offset(), 4))
        .orElse(0L);
  }

  private void use(String consumer, DemandedField field, long value, int depth) {
    long address =
        (value & -Math.max(1, field.shift() == 0 ? field.alignment() : 1)) << field.shift();
    Optional<Layout> layout = layout(field);
    DmaPort port = port(consumer);
    port.takes(
        value << field.shift(),
        ACCESS,
        new DmaLimits(Long.SIZE, Long.MAX_VALUE, Math.max(1, field.alignment())));
    if (layout.isEmpty() || depth == 0) {
      bus.note("%s takes 0x%x".formatted(field.name(), address));
      port.probe(address, ACCESS);
      return;
    }
    entries(consumer, layout.get(), address, depth);
  }

  private Optional<Layout> layout(DemandedField field) {
    return field
        .layout()
        .flatMap(id -> model.layouts().stream().filter(one -> one.id().equals(id)).findFirst());
  }

  private void entries(String consumer, Layout layout, long address, int depth) {
    int stride = (int) Math.max(8, layout.stride());
    for (int i = 0; i < ENTRIES; i++) {
      long entry = address + (long) i * stride;
      long first = port(consumer).readNumber(entry, 8);
      if (first == -1 || (layout.stride() == 0 && i > 0)) {
        return;
      }
      boolean empty = true;
      for (LayoutField field : layout.fields()) {
        long value = field.part() == Part.HIGH ? 0 : value(consumer, layout, field, entry);
        if (value != 0 && value != -1) {
          String reader = layout.consumer().isEmpty() ? consumer : layout.consumer();
          use(reader, field.field(), value, depth - 1);
          empty = false;
        }
      }
      if (empty) {
        return;
      }
    }
  }

  private long value(String consumer, Layout layout, LayoutField field, long entry) {
    int size = field.part() == Part.LOW || field.field().width() <= 32 ? 4 : 8;
    long low = port(consumer).readNumber(entry + field.offset(), size);
    if (field.part() != Part.LOW) {
      return low;
    }
    return layout.fields().stream()
        .filter(other -> other.part() == Part.HIGH)
        .filter(other -> other.field().name().equals(field.field().name()))
        .findFirst()
        .map(high -> low | port(consumer).readNumber(entry + high.offset(), 4) << 32)
        .orElse(low);
  }

  private DmaPort port(String consumer) {
    boolean translated =
        consumer.equals(BY_FEATURE) ? acceptsTranslation : TRANSLATED.contains(consumer);
    return translated ? bus.dma() : bus.physical();
  }
}
