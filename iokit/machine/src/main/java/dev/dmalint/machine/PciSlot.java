package dev.dmalint.machine;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSBoolean;
import dev.dmalint.iokit.PciFunction;
import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.Device.Kind;
import dev.dmalint.machine.bus.Device.Window;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaPort;
import dev.dmalint.machine.memory.PhysicalMemory.Registers;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A device in a slot of a machine: what the port sees of it, and what it sees of the machine. */
final class PciSlot implements PciFunction, DeviceBus {
  private static final int FIRST_BAR = 0x10;
  private static final int INTERRUPTS = 2;
  private static final int LINE = 0;
  private static final int MESSAGE = 1;

  private final Machine machine;
  private final int address;
  private final Device device;
  private final Map<Integer, Long> starts;
  private final ConfigSpace configuration;
  private final Map<Integer, Runnable> handlers = new TreeMap<>();
  private final Map<Integer, Boolean> enabled = new TreeMap<>();
  private final DmaPort dma;
  private final DmaPort physical;
  private final PciNub nub;
  private Optional<DomainMapper> own = Optional.empty();

  PciSlot(Machine machine, int address, Device device, Map<Integer, Long> starts) {
    this.machine = machine;
    this.address = address;
    this.device = device;
    this.starts = new TreeMap<>(starts);
    this.configuration = new ConfigSpace(device.identity(), starts);
    this.nub = new PciNub(this, "pci" + name());
    nub.attach(machine.bridge());
    this.dma = machine.master(name(), this::mapper, this::leads);
    this.physical = machine.untranslated(name(), this::leads);
    for (Window window : device.identity().bars()) {
      Registers registers = new BarRegisters(window.bar(), window.kind());
      long start = start(window);
      if (window.kind() == Kind.PORTS) {
        machine.ports().place((int) start, (int) window.length(), registers);
      } else {
        machine.memory().place(start, window.length(), registers);
      }
    }
    device.attach(this);
  }

  private long start(Window window) {
    return starts.getOrDefault(window.bar(), 0L);
  }

  /** Bus, device and function as traces print them. */
  String name() {
    return "%02x:%02x.%x".formatted(address >>> 8, address >>> 3 & 0x1F, address & 7);
  }

  PciNub nub() {
    return nub;
  }

  Device device() {
    return device;
  }

  /** Gives the device a mapper of its own. */
  void useOwnMapper() {
    DomainMapper mapper = machine.deviceMapper(name());
    own = Optional.of(mapper);
    nub.setProperty("iommu-parent", mapper);
  }

  private boolean leads() {
    return (configuration.command() & ConfigSpace.BUS_LEAD) != 0;
  }

  /** A device mapper on Intel takes over with its first mapping, a DART always has. */
  private Optional<DomainMapper> mapper() {
    boolean taken = own.isPresent() && (own.get().isActive() || machine.facts().arm());
    return taken ? own : machine.systemMapper();
  }

  private record Place(long start, long length, boolean io) implements PciFunction.Bar {}

  private final class BarRegisters implements Registers {
    private final int index;
    private final Kind kind;

    BarRegisters(int index, Kind kind) {
      this.index = index;
      this.kind = kind;
    }

    private boolean answers() {
      int bit = kind == Kind.PORTS ? ConfigSpace.IO_SPACE : ConfigSpace.MEMORY_SPACE;
      return (configuration.command() & bit) != 0;
    }

    @Override
    public long read(long offset, int size) {
      long value = answers() ? device.read(index, offset, size) : -1;
      note("register", offset, size, value, "reads");
      return value;
    }

    @Override
    public void write(long offset, int size, long value) {
      note("register", offset, size, value, "writes");
      if (answers()) {
        device.write(index, offset, size, value);
      }
    }

    private void note(String what, long offset, int size, long value, String how) {
      long mask = size == 8 ? -1 : (1L << (8 * size)) - 1;
      machine
          .happenings()
          .add(
              new TraceEvent.Noted(
                  "the CPU %s %s bar%d+0x%x of %s, %d bytes: 0x%x"
                      .formatted(how, what, index, offset, name(), size, value & mask)));
    }
  }

  @Override
  public DmaPort dma() {
    return dma;
  }

  @Override
  public DmaPort physical() {
    return physical;
  }

  @Override
  public void interrupt(int source) {
    machine.clock().raise(() -> deliver(source));
  }

  /** A device whose message is enabled does not use its line. */
  private boolean deliver(int raised) {
    int source = raised == LINE && configuration.sendsMessages() ? MESSAGE : raised;
    Runnable handler = handlers.get(source);
    if (handler == null || !enabled.getOrDefault(source, false)) {
      return false;
    }
    machine.happenings().add(new TraceEvent.Noted("interrupt %d of %s".formatted(source, name())));
    handler.run();
    return true;
  }

  @Override
  public void note(String what) {
    machine.happenings().add(new TraceEvent.Noted(name() + ": " + what));
  }

  @Override
  public int address() {
    return address;
  }

  @Override
  public int configRead(int offset, int size) {
    machine.kernel().step();
    return configuration.read(offset, size);
  }

  @Override
  public void configWrite(int offset, int size, int value) {
    machine.kernel().step();
    configuration.write(offset, size, value);
  }

  @Override
  public PciFunction.@Nullable Bar bar(int register) {
    for (Window window : device.identity().bars()) {
      if (FIRST_BAR + 4 * window.bar() == register) {
        return new Place(start(window), window.length(), window.kind() == Kind.PORTS);
      }
    }
    return null;
  }

  @Override
  public int interrupts() {
    return INTERRUPTS;
  }

  @Override
  public void opened(IOPCIDevice opened, IOService client) {
    boolean wanted = client.getProperty("IOPCIUseDeviceMapper") == OSBoolean.kOSBooleanTrue;
    boolean possible = machine.facts().hasSystemMapper() && own.isEmpty();
    if (possible && (wanted || machine.facts().deviceMapper())) {
      useOwnMapper();
    }
  }

  @Override
  public boolean listen(int source, @Nullable Runnable handler) {
    if (source < 0 || source >= INTERRUPTS) {
      return false;
    }
    if (handler == null) {
      handlers.remove(source);
    } else {
      handlers.put(source, handler);
    }
    return true;
  }

  @Override
  public void enable(int source, boolean on) {
    enabled.put(source, on);
    if (source == MESSAGE) {
      configuration.sendMessages(on);
    }
  }
}
