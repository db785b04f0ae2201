package dev.dmalint.machine;

import dev.dmalint.iokit.DmaUse;
import dev.dmalint.iokit.IOAddressRange;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.OSDictionary;
import dev.dmalint.iokit.Task;
import dev.dmalint.machine.memory.AddressSpace;
import dev.dmalint.machine.memory.PagePool;
import dev.dmalint.machine.memory.PhysicalMemory;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The machine as the port sees it. */
final class MachineKernel implements Kernel {
  private static final long KERNEL_START = 0xFFFF_FF80_0000_0000L;
  private static final long USER_START = 0x0000_0001_0000_0000L;
  private static final long FIRST_UNIQUE = 1000;

  private final int pageShift;
  private final boolean entersPackets;
  private final PhysicalMemory memory;
  private final PagePool pool;
  private final Happenings happenings;
  private final Ports ports;
  private final Board board;
  private final DmaChecker checker;
  private final long stepBudget;
  private final IdentityHashMap<Task, AddressSpace> spaces = new IdentityHashMap<>();
  private final Map<Class<?>, Object> portState = new HashMap<>();
  private final List<IOService> services = new ArrayList<>();
  private @Nullable DomainMapper systemMapper;
  private boolean mapperRequired;
  private final Clock clock;
  private long steps;
  private volatile boolean stopped;
  private long unique = FIRST_UNIQUE;

  MachineKernel(
      int pageShift,
      boolean entersPackets,
      PhysicalMemory memory,
      PagePool pool,
      Happenings happenings,
      Ports ports,
      Board board,
      DmaChecker checker,
      Clock clock,
      long stepBudget) {
    this.pageShift = pageShift;
    this.entersPackets = entersPackets;
    this.memory = memory;
    this.pool = pool;
    this.happenings = happenings;
    this.ports = ports;
    this.board = board;
    this.checker = checker;
    this.clock = clock;
    this.stepBudget = stepBudget;
  }

  void useSystemMapper(DomainMapper mapper) {
    systemMapper = mapper;
    mapperRequired = true;
  }

  /** The mapper behind {@link SystemMapper}, also after it is no longer the system's. */
  @Nullable DomainMapper ownSystemMapper() {
    return systemMapper;
  }

  /** What drivers on this machine read from static fields. */
  StaticFields.Values staticFields() {
    return new StaticFields.Values(mapperRequired, pageShift);
  }

  /** Whether somebody holds the page of a physical address. */
  boolean isWired(long physical) {
    return spaces.values().stream().anyMatch(space -> space.isWired(physical));
  }

  /** Lets every further call end the driver; from any thread. */
  void stop() {
    stopped = true;
  }

  /** Counts one call or access of the driver. */
  void step() {
    if (stopped) {
      throw new OutOfSteps("the driver was stopped; it does not end");
    }
    if (++steps > stepBudget) {
      throw new OutOfSteps(
          "the driver was stopped after %d calls and accesses; it does not end"
              .formatted(stepBudget));
    }
  }

  private AddressSpace space(Task task) {
    return spaces.computeIfAbsent(
        task,
        key ->
            new AddressSpace(
                memory, pool, pageShift, key == Task.kernel_task ? KERNEL_START : USER_START));
  }

  @Override
  public int pageShift() {
    return pageShift;
  }

  @Override
  public @Nullable IOMapper systemMapper() {
    return mapperRequired ? SystemMapper.SHARED : null;
  }

  @Override
  public void setMapperRequired(boolean required) {
    if (!required) {
      mapperRequired = false;
      StaticFields.OF_THE_PROCESS.change(staticFields());
    } else if (!mapperRequired) {
      throw new KernelPanic("a system mapper is expected, and none ever starts: the machine hangs");
    }
  }

  @Override
  public boolean entersPackets() {
    return entersPackets;
  }

  @Override
  public long memorySize() {
    return memory.size();
  }

  @Override
  public long @Nullable [] allocatePages(
      long count, long highest, boolean contiguous, long alignment) {
    return pool.take(count, highest, contiguous, alignment).orElse(null);
  }

  @Override
  public void freePages(long[] pages) {
    checker.givenBack(
        Arrays.stream(pages).mapToObj(at -> new IOAddressRange(at, 1L << pageShift)).toList());
    pool.give(pages);
  }

  @Override
  public void readPhysical(long address, byte[] into, int at, int length) {
    step();
    require(address, length, "read");
    checker.cpuReads(address, length);
    memory.read(address, into, at, length);
  }

  @Override
  public void writePhysical(long address, byte[] from, int at, int length) {
    step();
    require(address, length, "write");
    checker.cpuWrites(address, length);
    watch(address);
    memory.write(address, from, at, length);
  }

  @Override
  public long loadPhysical(long address, int size) {
    step();
    require(address, size, "read");
    checker.cpuReads(address, size);
    return memory.load(address, size);
  }

  @Override
  public void storePhysical(long address, int size, long value) {
    step();
    require(address, size, "write");
    checker.cpuWrites(address, size);
    watch(address);
    memory.store(address, size, value);
  }

  /** A write of the CPU into memory that the kernel has not handed out destroys what is there. */
  private void watch(long address) {
    if (memory.isRam(address) && !pool.isTaken(address)) {
      happenings.add(
          new TraceEvent.Misused(
              "stray-access",
              "CPU",
              "the CPU writes 0x%x, memory that is nobody's".formatted(address)));
    }
  }

  private void require(long address, long length, String access) {
    long page = 1L << pageShift;
    for (long at = 0; at < length; at += page) {
      requireOne(address + at, access);
    }
    requireOne(address + Math.max(length, 1) - 1, access);
  }

  private void requireOne(long address, String access) {
    if (!memory.answers(address)) {
      throw new KernelPanic(
          "machine check: %s at physical 0x%x, where there is neither memory nor a device"
              .formatted(access, address));
    }
  }

  @Override
  public long allocate(Task task, long size, long alignment, boolean pageable) {
    step();
    return space(task).allocate(size, alignment, pageable).orElse(0L);
  }

  @Override
  public void free(Task task, long address) {
    step();
    checker.givenBack(
        space(task).backing(address).stream()
            .map(extent -> new IOAddressRange(extent.start(), extent.length()))
            .toList());
    if (!space(task).free(address)) {
      throw new KernelPanic("free of 0x%x, which was not allocated".formatted(address));
    }
  }

  @Override
  public long map(Task task, long[] pages, long at) {
    step();
    if (at == 0) {
      return space(task).map(pages);
    }
    return space(task).mapAt(at, pages) ? at : 0;
  }

  @Override
  public void unmap(Task task, long address, long count) {
    space(task).unmap(address, count);
  }

  @Override
  public long translate(Task task, long address) {
    step();
    Optional<Long> physical = space(task).translate(address);
    return physical.orElse(-1L);
  }

  @Override
  public int wire(Task task, long address, long length, long highest) {
    step();
    AddressSpace space = space(task);
    if (space.wasFreed(address, length)) {
      happenings.misused(
          Misuse.FREED_MEMORY,
          "prepare of 0x%x bytes at 0x%x, memory that was freed".formatted(length, address),
          task);
    }
    return space.wire(address, length, highest)
        ? IOReturn.kIOReturnSuccess
        : IOReturn.kIOReturnCannotWire;
  }

  @Override
  public void unwire(Task task, long address, long length) {
    space(task).unwire(address, length);
  }

  @Override
  public int ioRead(int port, int size) {
    step();
    return ports.read(port, size);
  }

  @Override
  public void ioWrite(int port, int size, int value) {
    step();
    ports.write(port, size, value);
  }

  @Override
  public long readModelRegister(int register) {
    step();
    return board.readModelRegister(register);
  }

  @Override
  public void writeModelRegister(int register, long value) {
    step();
    board.writeModelRegister(register, value);
  }

  @Override
  public long callHypervisor(long control, long input, long output) {
    step();
    return board.callHypervisor(control, input, output);
  }

  @Override
  public void delay(long microseconds) {
    step();
    clock.pass(microseconds);
  }

  @Override
  public void after(long microseconds, Runnable action) {
    clock.after(microseconds, action);
  }

  @Override
  public void register(IOService service) {
    services.add(service);
  }

  @Override
  public @Nullable IOService find(OSDictionary matching) {
    step();
    Object type = matching.getObject("IOProviderClass");
    Object name = matching.getObject("IONameMatch");
    if (type == null && name == null) {
      return null;
    }
    return services.stream()
        .filter(service -> type == null || isA(service.getClass(), type.toString()))
        .filter(service -> name == null || service.getName().equals(name.toString()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isA(Class<?> type, String name) {
    for (Class<?> up = type; up != null; up = up.getSuperclass()) {
      if (up.getSimpleName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Map<Class<?>, Object> portState() {
    return portState;
  }

  @Override
  public long unique() {
    return unique++;
  }

  @Override
  public void called(
      String call, @Nullable Object receiver, @Nullable Object result, Object... arguments) {
    step();
    happenings.called(call, receiver, result, arguments);
  }

  @Override
  public void log(String text) {
    step();
    happenings.add(new TraceEvent.Noted("log: " + text.strip()));
  }

  @Override
  public void misused(String kind, String text, Object object) {
    happenings.misused(Misuse.of(kind), text, object);
  }

  @Override
  public void told(@Nullable IOMemoryDescriptor memory, long physical, long length) {
    checker.told(memory, physical, length);
  }

  @Override
  public void withdrawn(IOMemoryDescriptor memory) {
    checker.withdrawn(memory);
  }

  @Override
  public void dmaBegan(DmaUse use) {
    checker.began(use);
  }

  @Override
  public void dmaEnded(DmaUse use) {
    checker.ended(use);
  }

  @Override
  public void synchronizing(DmaUse use, Runnable copy) {
    checker.synchronizing(use, copy);
  }

  @Override
  public boolean fails(String step) {
    return happenings.fails(step);
  }
}
