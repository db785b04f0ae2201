package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.MethodName;
import java.util.Optional;

/**
 * Host functions by the method they stand for. Whoever connects the program to something outside (a
 * machine, a device) adds its own to those of the library.
 */
@FunctionalInterface
public interface Natives {
  /**
   * {@return the function for a method, if there is one}
   *
   * @param method with the type whose declaration is looked at as owner: the class of the receiver
   *     first, then what it extends and implements
   */
  Optional<Native> find(MethodName method);

  /** {@return access to a field of a type without IR, if these know it} */
  default Optional<HostField> field(FieldName field) {
    return Optional.empty();
  }

  /** {@return these functions, and those of {@code others} where these have none} */
  default Natives or(Natives others) {
    Natives first = this;
    return new Natives() {
      @Override
      public Optional<Native> find(MethodName method) {
        return first.find(method).or(() -> others.find(method));
      }

      @Override
      public Optional<HostField> field(FieldName field) {
        return first.field(field).or(() -> others.field(field));
      }
    };
  }

  /** A field that the host keeps. */
  interface HostField {
    /** {@return its value; {@code object} is {@link dev.dmalint.replay.value.Nil} if static} */
    Object load(Execution execution, Object object);

    /** Replaces its value; {@code object} is {@link dev.dmalint.replay.value.Nil} if static. */
    void store(Execution execution, Object object, Object value);
  }
}
