package dev.dmalint.machine;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.PortDevice;
import dev.dmalint.machine.device.FirmwareConfiguration;
import dev.dmalint.machine.device.PageNumberHypervisor;
import dev.dmalint.machine.iommu.Domain;
import dev.dmalint.machine.iommu.Fault;
import dev.dmalint.machine.iommu.Numbers;
import dev.dmalint.machine.memory.Chance;
import dev.dmalint.machine.memory.PagePool;
import dev.dmalint.machine.memory.PhysicalMemory;
import dev.dmalint.machine.trace.Trace;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A whole machine of one world. Drivers reach it through the port, from a thread that {@link #run}
 * has bound to it; machines in parallel do not meet.
 *
 * <p>{@code IOMapper.gSystem} and {@code VmParam.PAGE_SIZE} are static fields that drivers test.
 * Machines that agree on whether there is a system mapper and on the page size run side by side;
 * {@link #run} waits as long as a machine that does not agree is running. So an action must not
 * wait for what another thread does on such a machine.
 */
public final class Machine {
  private final WorldFacts facts;
  private final MachineOptions options;
  private final PhysicalMemory memory;
  private final PagePool pool;
  private final Happenings happenings;
  private final DmaChecker checker;
  private final Ports ports = new Ports();
  private final PciBridge bridge = new PciBridge();
  private final Clock clock = new Clock(this::act);
  private final Board board;
  private final List<PciSlot> slots = new ArrayList<>();
  private final MachineKernel kernel;
  private final @Nullable DomainMapper systemMapper;
  private final Windows windows = new Windows();
  private final List<Domain> domains = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private Machine(WorldFacts facts, MachineOptions options) {
    this.facts = facts;
    this.options = options;
    MemoryMap map = MemoryMap.of(facts, options.collisions());
    memory = new PhysicalMemory(map.banks());
    pool =
        new PagePool(
            memory,
            map.allocatable(),
            map.preferred(),
            1L << facts.pageShift(),
            new Chance(options.seed()));
    pool.plan(options.firstPages());
    happenings = new Happenings(options.failures());
    checker = new DmaChecker(happenings, pool::isTaken);
    board = new Board(ports, happenings, name -> untranslated(name, () -> true));
    if (facts.hypervisor().equals("qemu")) {
      board.place(new FirmwareConfiguration());
    }
    if (facts.vm()) {
      board.place(new PageNumberHypervisor());
    }
    kernel =
        new MachineKernel(
            facts.pageShift(),
            facts.entersPackets(),
            memory,
            pool,
            happenings,
            ports,
            board,
            checker,
            clock,
            options.stepBudget());
    systemMapper =
        facts.hasSystemMapper()
            ? mapper(
                DomainMapper.SYSTEM,
                SpaceNumbers.system(options.collisions(), SpaceNumbers.reserved(facts)))
            : null;
    if (systemMapper != null) {
      kernel.useSystemMapper(systemMapper);
    }
  }

  /**
   * Boots a machine as it usually is.
   *
   * @param world which world
   * @return the machine
   * @throws IllegalArgumentException if the world's attributes make no machine
   */
  public static Machine boot(World world) {
    return boot(world, MachineOptions.usual());
  }

  /**
   * Boots a machine.
   *
   * @param world which world
   * @param options what it is like beyond that
   * @return the machine
   * @throws IllegalArgumentException if the world's attributes make no machine
   */
  public static Machine boot(World world, MachineOptions options) {
    return new Machine(WorldFacts.of(world), options);
  }

  /**
   * The shipped world of an id, or the first one of a platform.
   *
   * @param id such as {@code P1/ram-high} or {@code P1}
   * @return the world
   * @throws IllegalArgumentException if there is none; the message lists the platforms
   */
  public static World world(String id) {
    List<World> worlds = ModelReader.builtIn().worlds();
    return worlds.stream()
        .filter(world -> world.id().equals(id) || world.platform().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown platform or world \"%s\"; there are %s"
                        .formatted(id, worlds.stream().map(World::platform).distinct().toList())));
  }

  /**
   * Runs something on this machine, in this thread.
   *
   * @param action what calls the port
   * @param <T> what it gives
   * @return what it gave
   * @throws KernelPanic if the kernel stopped
   * @throws OutOfSteps if it used up the budget
   */
  @SuppressWarnings("try") // The scopes are held, not used.
  public <T extends @Nullable Object> T run(Supplier<T> action) {
    try (StaticFields.Turn turn = StaticFields.OF_THE_PROCESS.hold(kernel.staticFields());
        Kernel.Scope scope = Kernel.bind(kernel)) {
      return action.get();
    }
  }

  /**
   * Runs something on this machine, in this thread.
   *
   * @param action what calls the port
   */
  public void run(Runnable action) {
    run(
        () -> {
          action.run();
          return "";
        });
  }

  /** {@return what happened so far} */
  public Trace trace() {
    return happenings.trace();
  }

  /** {@return the accesses of devices that mappers refused, oldest first} */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** {@return physical memory, to look at what devices did} */
  public PhysicalMemory memory() {
    return memory;
  }

  /** {@return id of the world} */
  public String world() {
    return facts.id();
  }

  /** Every IOMMU has acknowledged: what was removed from a domain is gone. */
  public void flush() {
    domains.forEach(Domain::flush);
  }

  /**
   * A device that reads and writes what it is told to, for tests: in the system's domain, or in one
   * of its own where the world gives each device one.
   *
   * @param device bus, device and function as {@code 01:00.0}
   * @return the device
   */
  public Endpoint endpoint(String device) {
    Optional<DomainMapper> own =
        facts.deviceMapper() ? Optional.of(deviceMapper(device)) : Optional.empty();
    return new Endpoint(this, device, own);
  }

  /**
   * Puts a device into the next slot: bus 1, one function each. Its windows are placed, switched on
   * and reachable; bus lead is off. Where the world gives devices a mapper of their own it has one
   * from the start, unless the machine is to switch at {@code open}.
   *
   * @param device what it is
   * @return its nub
   */
  public IOPCIDevice attach(Device device) {
    int address = 0x100 | slots.size() << 3;
    PciSlot slot =
        run(() -> new PciSlot(this, address, device, windows.place(device, facts.arm())));
    if (facts.deviceMapper() && !options.mapperAtOpen()) {
      slot.useOwnMapper();
    }
    slots.add(slot);
    kernel.register(slot.nub());
    return slot.nub();
  }

  /**
   * Puts a device at its fixed ports.
   *
   * @param device what it is
   */
  public void attach(PortDevice device) {
    board.place(device);
  }

  /** Lets devices act and interrupts arrive, as between two calls of a driver. */
  public void settle() {
    run(clock::settle);
  }

  /**
   * Gives up a thread that runs something here and does not end: machines that wait for it get
   * their turn. What it reads from static fields from now on may be another machine's.
   */
  void abandon(Thread thread) {
    StaticFields.OF_THE_PROCESS.abandon(thread);
  }

  /** Ends what runs on this machine at its next call of the port; for another thread. */
  void stop() {
    kernel.stop();
  }

  private void act() {
    flush();
    slots.forEach(slot -> slot.device().act());
  }

  Clock clock() {
    return clock;
  }

  DomainMapper deviceMapper(String device) {
    int index = domains.size();
    return facts.arm()
        ? mapper("dart-" + device, SpaceNumbers.dart(index, options.collisions()))
        : mapper(
            "vtd[0]-" + device,
            SpaceNumbers.device(index, options.collisions(), SpaceNumbers.reserved(facts)));
  }

  private DomainMapper mapper(String name, Numbers.Plan plan) {
    Domain domain = new Domain(name, facts.pageShift());
    if (options.staleEntries()) {
      domain.keepStale();
    }
    domains.add(domain);
    DomainMapper mapper =
        new DomainMapper(domain, new Numbers(plan, facts.pageShift()), happenings);
    if (!facts.arm()) {
      facts.identity().forEach(mapper::mapToItself);
    }
    return mapper;
  }

  Optional<DomainMapper> systemMapper() {
    return Optional.ofNullable(systemMapper);
  }

  BusMaster master(String device, Supplier<Optional<DomainMapper>> mapper, BooleanSupplier mayAsk) {
    return reaching(device, mapper, () -> mayAsk.getAsBoolean() && !facts.blocked());
  }

  /** One that no mapper and no virtual IOMMU stands before. */
  BusMaster untranslated(String device, BooleanSupplier mayAsk) {
    return reaching(device, Optional::empty, mayAsk);
  }

  private BusMaster reaching(
      String device, Supplier<Optional<DomainMapper>> mapper, BooleanSupplier mayAsk) {
    return new BusMaster(
        device,
        memory,
        happenings,
        checker,
        mapper,
        mayAsk,
        pool::isTaken,
        !facts.arm(),
        fault -> {
          faults.add(fault);
          if (options.panicOnFault()) {
            throw new KernelPanic(fault.toString());
          }
        });
  }

  WorldFacts facts() {
    return facts;
  }

  MachineKernel kernel() {
    return kernel;
  }

  DmaChecker checker() {
    return checker;
  }

  PciBridge bridge() {
    return bridge;
  }

  Ports ports() {
    return ports;
  }

  Happenings happenings() {
    return happenings;
  }
}
