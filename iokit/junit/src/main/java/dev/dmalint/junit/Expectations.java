package dev.dmalint.junit;

import dev.dmalint.machine.Machine;
import dev.dmalint.machine.trace.TraceEvent;
import dev.dmalint.models.World;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What must go wrong in one world.
 *
 * @param fault whether a fault must
 * @param misuses kinds of misuse that must
 */
record Expectations(boolean fault, Set<String> misuses) {
  /** Kinds by which the checker says why a mapper refuses an access. */
  private static final Set<String> OF_FAULTS =
      Set.of(
          "against-direction",
          "beyond-prepared",
          "foreign-address",
          "stale-address",
          "used-after-complete");

  Expectations {
    misuses = Set.copyOf(misuses);
  }

  static Expectations of(Method method, World world) {
    boolean fault =
        AnnotationSupport.findAnnotation(method, ExpectFault.class)
            .filter(one -> Choice.holds(one.on(), world))
            .isPresent();
    Set<String> misuses =
        AnnotationSupport.findRepeatableAnnotations(method, ExpectMisuse.class).stream()
            .filter(one -> Choice.holds(one.on(), world))
            .map(ExpectMisuse::value)
            .collect(Collectors.toSet());
    return new Expectations(fault, misuses);
  }

  /** {@return how what happened differs, one sentence each; empty if it does not} */
  List<String> differences(Machine machine) {
    List<String> differences = new ArrayList<>();
    if (fault && machine.faults().isEmpty()) {
      differences.add("no fault, but @ExpectFault expects one");
    }
    if (!fault) {
      machine.faults().stream().map(Object::toString).distinct().forEach(differences::add);
    }
    Set<String> missing = new TreeSet<>(misuses);
    for (TraceEvent.Misused one : machine.trace().of(TraceEvent.Misused.class).toList()) {
      missing.remove(one.misuse());
      boolean explained = fault && OF_FAULTS.contains(one.misuse());
      if (!explained && !misuses.contains(one.misuse())) {
        differences.add(one.text());
      }
    }
    missing.forEach(
        kind -> differences.add("no %s, but @ExpectMisuse expects one".formatted(kind)));
    return differences;
  }
}
