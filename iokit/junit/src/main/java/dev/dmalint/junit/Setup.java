package dev.dmalint.junit;

import dev.dmalint.machine.DriverRun.Target;
import dev.dmalint.machine.MachineOptions;
import dev.dmalint.machine.TimeBudget;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test say of its machine.
 *
 * @param options of the machine
 * @param target the device
 * @param budget of the test method
 */
record Setup(MachineOptions options, Target target, TimeBudget budget) {
  static Setup of(Method method, Class<?> type) {
    for (AnnotatedElement place : places(method, type)) {
      Optional<MachineSetup> found = AnnotationSupport.findAnnotation(place, MachineSetup.class);
      if (found.isPresent()) {
        return of(found.get());
      }
    }
    return new Setup(
        MachineOptions.usual().withStepBudget(1_000_000), Target.UNKNOWN, TimeBudget.usual());
  }

  private static Setup of(MachineSetup says) {
    MachineOptions options =
        MachineOptions.usual()
            .withSeed(says.seed())
            .withStepBudget(says.steps())
            .withFailures(says.failures());
    if (says.collisions()) {
      options = options.withCollisions();
    }
    if (says.mapperAtOpen()) {
      options = options.withMapperAtOpen();
    }
    return new Setup(
        options,
        new Target(says.device() << 16 | says.vendor(), says.classCode()),
        new TimeBudget(Duration.ofSeconds(says.timeoutSeconds())));
  }

  /** {@return the method, its class, and the classes around that, the nearest first} */
  static List<AnnotatedElement> places(Method method, Class<?> type) {
    List<AnnotatedElement> places = new ArrayList<>(List.of(method));
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      places.add(at);
    }
    return places;
  }
}
