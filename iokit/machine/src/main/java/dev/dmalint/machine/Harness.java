package dev.dmalint.machine;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.DriverRun.Result;
import dev.dmalint.machine.trace.TraceEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of one driver: {@code init}, {@code attach}, {@code probe}, {@code start}; time, in
 * which devices act, interrupts reach their handlers and timers run out; each public method of the
 * driver that its base classes do not have, with time after each; {@code stop}, {@code detach},
 * {@code free}.
 *
 * <p>Public methods are called once, in the order of their names. A number is 0, a flag false, a
 * memory descriptor a buffer of four pages; a method that takes anything else is left out, and the
 * trace says so.
 */
final class Harness {
  private static final int TICKS = 3;

  /** So that the timers of drivers fire. */
  private static final long TICK_MICROSECONDS = 10_000;

  private static final int BUFFER_BYTES = 4 * 4096;

  /** Why a life ended early. */
  record Early(Result result, String reason) {}

  private final Machine machine;
  private final IOService driver;
  private final IOPCIDevice nub;

  Harness(Machine machine, IOService driver, IOPCIDevice nub) {
    this.machine = machine;
    this.driver = driver;
    this.nub = nub;
  }

  /** Runs the whole life, on the machine. Nothing if it came to its end. */
  Optional<Early> live() {
    if (!driver.init(null)) {
      return Optional.of(new Early(Result.REFUSES, "init returned false"));
    }
    if (!driver.attach(nub)) {
      return Optional.of(new Early(Result.REFUSES, "attach returned false"));
    }
    if (driver.probe(nub, new int[1]) == null) {
      driver.detach(nub);
      return Optional.of(new Early(Result.UNFIT, "probe did not want the device"));
    }
    if (!driver.start(nub)) {
      driver.detach(nub);
      return Optional.of(new Early(Result.REFUSES, "start returned false"));
    }
    cycle();
    driver.stop(nub);
    machine.checker().stopped();
    driver.detach(nub);
    driver.release();
    machine.checker().freed();
    return Optional.empty();
  }

  private void cycle() {
    pass();
    for (Method method : methods()) {
      call(method);
      pass();
    }
  }

  private void pass() {
    for (int i = 0; i < TICKS; i++) {
      machine.clock().pass(TICK_MICROSECONDS);
    }
  }

  /** Public methods that no class of the port declares, an override once. */
  private List<Method> methods() {
    Set<String> known = new HashSet<>();
    List<Class<?>> own = new ArrayList<>();
    for (Class<?> type = driver.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().startsWith("dev.dmalint.iokit.")) {
        Arrays.stream(type.getDeclaredMethods()).map(Harness::signature).forEach(known::add);
      } else if (type != Object.class) {
        own.add(type);
      }
    }
    List<Method> methods = new ArrayList<>();
    for (Class<?> type : own) {
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
          .filter(method -> !Modifier.isAbstract(method.getModifiers()))
          .filter(method -> known.add(signature(method)))
          .forEach(methods::add);
    }
    methods.sort(Comparator.comparing(Harness::signature));
    return methods;
  }

  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  private void call(Method method) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      Optional<Object> argument = argument(types[i]);
      if (argument.isEmpty()) {
        note(
            "%s is not called: it takes a %s"
                .formatted(method.getName(), types[i].getSimpleName()));
        return;
      }
      arguments[i] = argument.get();
    }
    note(
        method.getName()
            + (types.length == 0 ? " is called" : " is called with made-up arguments"));
    try {
      method.setAccessible(true);
      Object unused = method.invoke(driver, arguments);
    } catch (InvocationTargetException thrown) {
      throw unwrapped(thrown);
    } catch (IllegalAccessException closed) {
      throw new IllegalArgumentException("%s cannot be called".formatted(method), closed);
    }
  }

  static RuntimeException unwrapped(InvocationTargetException thrown) {
    Throwable cause = thrown.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException trouble
        ? trouble
        : new ThrownByDriver(cause == null ? thrown : cause);
  }

  private static Optional<Object> argument(Class<?> type) {
    if (type == int.class) {
      return Optional.of(0);
    }
    if (type == long.class) {
      return Optional.of(0L);
    }
    if (type == boolean.class) {
      return Optional.of(false);
    }
    if (type == IOMemoryDescriptor.class || type == IOBufferMemoryDescriptor.class) {
      return Optional.ofNullable(
          IOBufferMemoryDescriptor.withOptions(
              IOMemoryDescriptor.kIODirectionInOut, BUFFER_BYTES, 4096));
    }
    return Optional.empty();
  }

  private void note(String text) {
    machine.happenings().add(new TraceEvent.Noted(text));
  }
}
