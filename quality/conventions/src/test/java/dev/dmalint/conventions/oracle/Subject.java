package dev.dmalint.conventions.oracle;

import dev.dmalint.conventions.oracle.drivers.Coherence;
import dev.dmalint.conventions.oracle.drivers.Lifetime;
import dev.dmalint.conventions.oracle.drivers.Limits;
import dev.dmalint.conventions.oracle.drivers.Translation;
import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.DriverRun.Target;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A driver with one mistake.
 *
 * @param mistake its number in the catalogue
 * @param driver the class
 * @param target the device it is for
 */
record Subject(String mistake, Class<? extends IOService> driver, Target target) {
  private static final int ENGINE = 0x5347_1234;
  private static final int ENGINE_32 = 0x5348_1234;

  /** The small drivers, by name. */
  static List<Subject> small() {
    return Stream.of(Translation.class, Lifetime.class, Limits.class, Coherence.class)
        .flatMap(family -> Stream.of(family.getDeclaredClasses()))
        .filter(IOService.class::isAssignableFrom)
        .sorted(Comparator.comparing(Class::getSimpleName))
        .map(Subject::small)
        .toList();
  }

  private static Subject small(Class<?> type) {
    boolean narrow = type == Limits.E14Width.class;
    return new Subject(
        type.getSimpleName().substring(0, 3),
        type.asSubclass(IOService.class),
        new Target(narrow ? ENGINE_32 : ENGINE, 0));
  }

  /** Whole sample drivers for the mistakes that need their devices. */
  static List<Subject> samples() {
    return List.of(
        sample("E03", "balloon", "MemoryBalloon", 0x1002_1AF4),
        sample("E29", "virtionet", "VirtioNic", 0x1000_1AF4),
        sample("E30", "virtioblock", "VirtioDisk", 0x1042_1AF4));
  }

  private static Subject sample(String mistake, String folder, String name, int id) {
    try {
      Class<?> type = Class.forName("dev.dmalint.samples." + folder + ".broken." + name);
      return new Subject(mistake, type.asSubclass(IOService.class), new Target(id, 0));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  String name() {
    String simple = driver.getSimpleName();
    return simple.startsWith(mistake) ? simple : mistake + simple;
  }

  /** A virtio device exists in a virtual machine only. */
  boolean isVirtio() {
    return (target.id() & 0xFFFF) == 0x1AF4;
  }
}
