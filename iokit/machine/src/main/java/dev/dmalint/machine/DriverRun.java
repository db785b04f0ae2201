package dev.dmalint.machine;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.machine.iommu.Fault;
import dev.dmalint.machine.trace.Trace;
import dev.dmalint.machine.trace.TraceEvent;
import dev.dmalint.models.World;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a driver on a machine: {@code init}, {@code attach}, {@code probe}, {@code start}, what the
 * device and its interrupts do then, {@code stop}, {@code detach}, {@code free}. It loads and
 * executes the driver's own code.
 */
public final class DriverRun {
  private static final int CYCLES = 3;

  /** Microseconds, so that the timers of drivers fire. */
  private static final int CYCLE = 10_000;

  private static final Set<String> CORRUPTING =
      Set.of(
          "stray-access",
          "nobody-answers",
          "cpu-reads-unsynchronized",
          "device-reads-unsynchronized");

  /** What came of a run, the worst last. */
  public enum Result {
    /** Nothing went wrong. */
    WORKS,
    /** The driver is not for a PCI device, or there was none it wanted. */
    UNFIT,
    /** The driver called something that the port does not model. */
    NOT_MODELLED,
    /** {@code start} returned false. */
    REFUSES,
    /** A mapper refused an access of the device, or it might not ask. */
    FAULTS,
    /** A device or the CPU used memory that was not what it took it for. */
    CORRUPTS,
    /** The kernel stopped. */
    PANICS
  }

  /**
   * A run.
   *
   * @param world id of the world
   * @param result what came of it
   * @param reason in one sentence
   * @param trace all that happened
   * @param faults accesses that mappers refused
   */
  public record Outcome(
      String world, Result result, String reason, Trace trace, List<Fault> faults) {
    public Outcome {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Which PCI device the driver finds.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for an unknown one
   * @param classCode class, subclass and interface in the high 24 bits, as {@code IOPCIClassMatch}
   *     writes it; 0 for an unknown one
   */
  public record Target(int id, int classCode) {
    /** Nothing is known of the device. */
    public static final Target UNKNOWN = new Target(0, 0);
  }

  private DriverRun() {}

  /**
   * Runs a driver for a PCI device of which nothing is known.
   *
   * @param driver its class, with a constructor without parameters
   * @param world which world
   * @return what came of it
   */
  public static Outcome run(Class<? extends IOService> driver, World world) {
    return run(driver, world, MachineOptions.usual(), Target.UNKNOWN);
  }

  /**
   * Runs a driver.
   *
   * @param driver its class, with a constructor without parameters
   * @param world which world
   * @param options what the machine is like beyond that
   * @param target which device it finds
   * @return what came of it
   */
  public static Outcome run(
      Class<? extends IOService> driver, World world, MachineOptions options, Target target) {
    Machine machine = Machine.boot(world, options);
    IOPCIDevice nub = machine.attach(PciDevices.of(target, machine.facts()));
    try {
      Optional<Outcome> early = machine.run(() -> live(machine, driver, nub));
      return early.orElseGet(() -> judge(machine));
    } catch (KernelPanic | OutOfSteps | NullPointerException | ClassCastException e) {
      String text =
          e instanceof KernelPanic || e instanceof OutOfSteps ? "" + e.getMessage() : "" + e;
      boolean unknown = text.contains("has no behaviour yet");
      return outcome(machine, unknown ? Result.NOT_MODELLED : Result.PANICS, text);
    }
  }

  private static Optional<Outcome> live(
      Machine machine, Class<? extends IOService> type, IOPCIDevice nub) {
    IOService driver = create(type);
    boolean ready = driver.init(null) && driver.attach(nub);
    if (!ready || driver.probe(nub, new int[1]) == null) {
      return Optional.of(outcome(machine, Result.UNFIT, "probe did not want the device"));
    }
    if (!driver.start(nub)) {
      driver.detach(nub);
      return Optional.of(outcome(machine, Result.REFUSES, "start returned false"));
    }
    for (int i = 0; i < CYCLES; i++) {
      machine.clock().pass(CYCLE);
    }
    driver.stop(nub);
    machine.checker().stopped();
    driver.detach(nub);
    driver.release();
    machine.checker().freed();
    return Optional.empty();
  }

  private static IOService create(Class<? extends IOService> type) {
    try {
      Constructor<? extends IOService> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + " has no constructor without parameters that works", e);
    }
  }

  private static Outcome judge(Machine machine) {
    Optional<TraceEvent.Misused> corrupt =
        machine
            .trace()
            .of(TraceEvent.Misused.class)
            .filter(one -> CORRUPTING.contains(one.misuse()))
            .findFirst();
    if (corrupt.isPresent() && machine.faults().isEmpty()) {
      return outcome(machine, Result.CORRUPTS, corrupt.get().what());
    }
    if (!machine.faults().isEmpty()) {
      return outcome(machine, Result.FAULTS, machine.faults().get(0).toString());
    }
    Optional<TraceEvent.Misused> lost =
        machine
            .trace()
            .of(TraceEvent.Misused.class)
            .filter(one -> one.misuse().equals("bus-lead-off"))
            .findFirst();
    return lost.map(one -> outcome(machine, Result.FAULTS, one.what()))
        .orElseGet(() -> outcome(machine, Result.WORKS, "nothing went wrong"));
  }

  private static Outcome outcome(Machine machine, Result result, String reason) {
    return new Outcome(machine.world(), result, reason, machine.trace(), machine.faults());
  }
}
