package dev.dmalint.iokit;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Without a machine every public call panics and says so, or tells of an object's own state, or
 * fails on an object that was never initialised.
 */
class NoMadeUpSuccessTest {
  /** Classes whose calls need no machine at all, and {@link IOService}, which has its own test. */
  private static final Set<Class<?>> PURE =
      Set.of(
          KernelPanic.class,
          IOReturn.class,
          OSArray.class,
          OSAtomic.class,
          OSBoolean.class,
          OSData.class,
          OSDictionary.class,
          OSNumber.class,
          OSObject.class,
          OSString.class,
          IORegistryEntry.class,
          IOEventSource.class,
          VmParam.class,
          Task.class,
          IOService.class);

  /** Calls in other classes that need none. */
  private static final Set<String> PURE_CALLS =
      Set.of("IOLib.IOLog", "IOLib.kprintf", "IOLib.panic");

  /** Calls of {@link IOService} that do need one. */
  private static final List<String> MACHINE_CALLS_OF_SERVICE =
      List.of(
          "copyMatchingService",
          "disableInterrupt",
          "enableInterrupt",
          "getDeviceMemory",
          "getDeviceMemoryCount",
          "getDeviceMemoryWithIndex",
          "getInterruptType",
          "getPlatform",
          "getResourceService",
          "mapDeviceMemoryWithIndex",
          "registerInterrupt",
          "registerService",
          "terminate",
          "unregisterInterrupt",
          "waitForMatchingService");

  @Test
  void aCallThatNeedsAMachinePanics() throws Exception {
    Set<String> answered = new TreeSet<>();
    for (Class<?> type : portClasses()) {
      if (!PURE.contains(type)) {
        for (Method method : calls(type)) {
          String name = type.getSimpleName() + "." + method.getName();
          if (!works(name) && !panicsForWantOfBehaviour(type, method)) {
            answered.add(name);
          }
        }
      }
    }

    assertThat(answered).isEmpty();
  }

  @Test
  void aServicesCallThatNeedsAMachinePanics() throws Exception {
    Set<String> panicked = new TreeSet<>();
    for (Method method : calls(IOService.class)) {
      if (panicsForWantOfBehaviour(IOService.class, method)) {
        panicked.add(method.getName());
      }
    }

    assertThat(panicked).containsExactlyElementsOf(MACHINE_CALLS_OF_SERVICE);
  }

  /** What an object knows of itself, and what fails by its return value. */
  private static boolean tellsItsOwnState(String name) {
    return name.matches("IO(Buffer)?MemoryDescriptor\\.(get|set)\\w+")
        || name.matches("IOBufferMemoryDescriptor\\.(appendBytes|initWithOptions)")
        || name.matches("IODMACommand\\.get\\w+")
        || name.matches("IOInterruptEventSource\\.(enable|disable|get\\w+)")
        || name.matches("IOMemoryMap\\.get\\w+")
        || name.matches("IOWorkLoop\\.(inGate|onThread)");
  }

  private static boolean works(String name) {
    return tellsItsOwnState(name)
        || PURE_CALLS.contains(name)
        || name.matches("OSByteOrder\\.(OSSwap|OSMemoryBarrier|OSSynchronizeIO).*")
        || name.matches("IODMACommand\\.Output.*|IO\\w+MemoryCursor\\.outputSegment")
        || name.matches("IOLib\\.IO(Simple|Recursive)?Lock(Alloc|Free|Lock|TryLock|Unlock)")
        || name.matches("IOService\\.(Start|Stop|GetProvider)");
  }

  private static boolean panicsForWantOfBehaviour(Class<?> type, Method method) throws Exception {
    Object receiver = Modifier.isStatic(method.getModifiers()) ? null : instance(type);
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(NoMadeUpSuccessTest::nothing).toArray();
    try {
      method.setAccessible(true);
      method.invoke(receiver, arguments);
      return false;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof NullPointerException) {
        return type != IOService.class;
      }
      return e.getCause() instanceof KernelPanic panic
          && panic.getMessage().matches(".* (has no behaviour yet|needs a machine).*");
    }
  }

  private static Object instance(Class<?> type) throws Exception {
    Class<?> concrete = Modifier.isAbstract(type.getModifiers()) ? concrete(type) : type;
    Constructor<?> constructor = concrete.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static Class<?> concrete(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "IOMapper" -> new IOMapper() {}.getClass();
      case "IOMemoryDescriptor" -> new IOMemoryDescriptor() {}.getClass();
      case "IODMAController" -> new IODMAController() {}.getClass();
      default -> throw new AssertionError("no subclass of " + type);
    };
  }

  private static Object nothing(Class<?> type) {
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 1);
    }
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  private static List<Method> calls(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !method.getName().equals("toString"))
        .toList();
  }

  private static Set<Class<?>> portClasses() throws Exception {
    Set<Class<?>> classes =
        new TreeSet<>((left, right) -> left.getName().compareTo(right.getName()));
    for (String folder : List.of("dev/dmalint/iokit", "dev/dmalint/driverkit")) {
      for (String file : classFiles(folder)) {
        Class<?> type = Class.forName(folder.replace('/', '.') + "." + file.replace(".class", ""));
        if (Modifier.isPublic(outermost(type).getModifiers())
            && Modifier.isPublic(type.getModifiers())
            && !type.isInterface()
            && !type.isRecord()) {
          classes.add(type);
        }
      }
    }
    return classes;
  }

  private static Class<?> outermost(Class<?> type) {
    return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
  }

  private static Set<String> classFiles(String folder) throws Exception {
    try (Stream<Path> files = Files.list(mainClasses().resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Path mainClasses() throws URISyntaxException {
    return Path.of(KernelPanic.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
