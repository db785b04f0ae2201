package dev.dmalint.junit;

import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.DriverRun;
import dev.dmalint.machine.Machine;
import dev.dmalint.machine.trace.Trace;
import dev.dmalint.machine.trace.TraceEvent;
import dev.dmalint.models.World;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** The machine of one test in one world: hands itself out, binds the test to it, judges. */
final class MachineBench implements ParameterResolver, InvocationInterceptor {
  private static final int TAIL = 20;

  private final World world;
  private final Setup setup;
  private final Expectations expected;
  private final Machine machine;
  private final IOPCIDevice nub;

  MachineBench(World world, Setup setup, Expectations expected) {
    this.world = world;
    this.setup = setup;
    this.expected = expected;
    machine = Machine.boot(world, setup.options());
    nub = machine.attach(DriverRun.deviceFor(machine, setup.target()));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return List.of(Machine.class, IOPCIDevice.class, IOService.class, Trace.class, World.class)
        .contains(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Machine.class) {
      return machine;
    }
    if (type == Trace.class) {
      return machine.trace();
    }
    return type == World.class ? world : nub;
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    bound(invocation);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    bound(invocation);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    try {
      proceed(() -> setup.budget().run(machine, () -> body(invocation)));
    } catch (TestAbortedException assumption) {
      throw assumption;
    } catch (Throwable thrown) {
      thrown.addSuppressed(new AssertionError(where()));
      throw thrown;
    }
    List<String> differences = expected.differences(machine);
    if (!differences.isEmpty()) {
      throw new AssertionError(String.join("\n", differences) + "\n" + where());
    }
  }

  private void bound(Invocation<@Nullable Void> invocation) throws Throwable {
    proceed(() -> machine.run(() -> body(invocation)));
  }

  private static void proceed(Supplier<String> action) throws Throwable {
    try {
      String unused = action.get();
    } catch (Carried carried) {
      throw carried.thrown;
    }
  }

  private static String body(Invocation<@Nullable Void> invocation) {
    try {
      invocation.proceed();
      return "";
    } catch (Throwable thrown) {
      throw new Carried(thrown);
    }
  }

  private String where() {
    List<TraceEvent> events = machine.trace().events();
    return events.subList(Math.max(0, events.size() - TAIL), events.size()).stream()
        .map(event -> "  " + event.text())
        .collect(
            Collectors.joining("\n", "on %s, the end of the trace:\n".formatted(world.id()), ""));
  }

  /** Brings what a test threw through code that throws nothing checked. */
  private static final class Carried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Throwable thrown;

    Carried(Throwable thrown) {
      super(thrown);
      this.thrown = thrown;
    }
  }
}
