package dev.dmalint.machine;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.iommu.Fault;
import dev.dmalint.machine.trace.Trace;
import dev.dmalint.machine.trace.TraceEvent;
import dev.dmalint.models.World;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Runs a driver on a machine: {@code init}, {@code attach}, {@code probe}, {@code start}, what the
 * device, its interrupts and timers do then, each public method of the driver's own, {@code stop},
 * {@code detach}, {@code free}. It loads and executes the driver's own code.
 */
public final class DriverRun {
  private static final Set<String> CORRUPTING =
      Set.of(
          "stray-access",
          "unanswered-access",
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
    /** {@code init} or {@code start} returned false. */
    REFUSES,
    /** It did not end within its budget of steps or time. */
    HANGS,
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

    /** {@return what the checker reported, oldest first; some of it makes no difference here} */
    public List<TraceEvent.Misused> misuses() {
      return trace.of(TraceEvent.Misused.class).toList();
    }

    /** {@return whether it worked, and the checker has nothing to say either} */
    public boolean isClean() {
      return result == Result.WORKS && misuses().isEmpty();
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
    return run(driver, world, options, target, TimeBudget.usual());
  }

  /**
   * Runs a driver.
   *
   * @param driver its class, with a constructor without parameters
   * @param world which world
   * @param options what the machine is like beyond that
   * @param target which device it finds
   * @param budget how long it may take
   * @return what came of it
   * @throws IllegalArgumentException if there is no such constructor
   * @throws LinkageError if a class that the driver needs is missing or cannot be loaded
   */
  public static Outcome run(
      Class<? extends IOService> driver,
      World world,
      MachineOptions options,
      Target target,
      TimeBudget budget) {
    Constructor<? extends IOService> constructor = constructor(driver);
    Machine machine = Machine.boot(world, options);
    IOPCIDevice nub = machine.attach(PciDevices.of(target, machine.facts()));
    return outcome(machine, driver, budget, () -> create(constructor), nub);
  }

  /**
   * Drives a driver on a machine that is there already, in this thread: what {@link #run} does, on
   * a device that was attached before. The time budget is the caller's.
   *
   * @param machine on which
   * @param nub what it finds
   * @param driver which, fresh: {@code init} was not called
   * @return what came of it
   */
  public static Outcome drive(Machine machine, IOPCIDevice nub, IOService driver) {
    try {
      return machine
          .run(new Harness(machine, driver, nub)::live)
          .map(early -> outcome(machine, early.result(), early.reason()))
          .orElseGet(() -> judge(machine));
    } catch (RuntimeException | Error trouble) {
      return outcome(machine, DriverFailure.of(trouble, driver.getClass()));
    }
  }

  /**
   * The device of a target, to be attached to a machine.
   *
   * @param machine on which
   * @param target which device
   * @return a model of it; where nothing is known of it, one that takes every number that looks
   *     like an address for one
   */
  public static Device deviceFor(Machine machine, Target target) {
    return PciDevices.of(target, machine.facts());
  }

  private static Outcome outcome(
      Machine machine,
      Class<?> type,
      TimeBudget budget,
      Supplier<IOService> driver,
      IOPCIDevice nub) {
    try {
      return budget
          .run(machine, () -> new Harness(machine, driver.get(), nub).live())
          .map(early -> outcome(machine, early.result(), early.reason()))
          .orElseGet(() -> judge(machine));
    } catch (RuntimeException | Error trouble) {
      return outcome(machine, DriverFailure.of(trouble, type));
    }
  }

  private static Constructor<? extends IOService> constructor(Class<? extends IOService> type) {
    try {
      Constructor<? extends IOService> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException missing) {
      throw new IllegalArgumentException(
          type.getName() + " has no constructor without parameters", missing);
    }
  }

  private static IOService create(Constructor<? extends IOService> constructor) {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException thrown) {
      throw Harness.unwrapped(thrown);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalArgumentException(
          constructor.getDeclaringClass().getName() + " is abstract or not open", closed);
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

  private static Outcome outcome(Machine machine, DriverFailure failure) {
    return outcome(machine, failure.result(), failure.reason());
  }
}
