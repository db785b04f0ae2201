package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which classes are initialised (JLS 12.4), and the values of their static fields. */
final class Initialiser {
  private final Universe universe;
  private final State[] states;
  private final Object[][] statics;

  Initialiser(Universe universe) {
    this.universe = universe;
    this.states = new State[universe.size()];
    this.statics = new Object[universe.size()][];
    java.util.Arrays.fill(states, State.UNTOUCHED);
  }

  private enum State {
    UNTOUCHED,
    BEGUN,
    FAILED
  }

  /** {@return whether the type is initialised, or is being initialised further down the stack} */
  boolean isReady(LoadedType type) {
    return states[type.index()] == State.BEGUN;
  }

  boolean hasFailed(LoadedType type) {
    return states[type.index()] == State.FAILED;
  }

  void fail(LoadedType type) {
    states[type.index()] = State.FAILED;
  }

  /** {@return the static fields of a type, by their place in its layout} */
  Object[] statics(LoadedType type) {
    Object[] values = statics[type.index()];
    if (values == null) {
      values = type.staticZeros();
      statics[type.index()] = values;
    }
    return values;
  }

  /**
   * Marks a type and what must be initialised before it as begun.
   *
   * @return the initialisers to run, the first last
   */
  List<Method> begin(LoadedType type) {
    List<Method> order = new ArrayList<>();
    begin(type, order);
    return order;
  }

  private void begin(LoadedType type, List<Method> order) {
    if (states[type.index()] != State.UNTOUCHED) {
      return;
    }
    states[type.index()] = State.BEGUN;
    order.add(type.declared("<clinit>()").orElseGet(() -> nothing(type)));
    if (!type.isInterface()) {
      for (TypeName above : reversed(type.type().interfaces())) {
        beginDefaults(above, order);
      }
      type.superclass().ifPresent(above -> begin(above, order));
    }
  }

  private void beginDefaults(TypeName name, List<Method> order) {
    Optional<LoadedType> found = universe.find(name);
    if (found.isPresent() && states[found.get().index()] == State.UNTOUCHED) {
      LoadedType type = found.get();
      if (type.hasDefaults()) {
        states[type.index()] = State.BEGUN;
        order.add(type.declared("<clinit>()").orElseGet(() -> nothing(type)));
      }
      for (TypeName above : reversed(type.type().interfaces())) {
        beginDefaults(above, order);
      }
    }
  }

  private static List<TypeName> reversed(List<TypeName> names) {
    List<TypeName> result = new ArrayList<>(names);
    java.util.Collections.reverse(result);
    return result;
  }

  /** A type without initialiser takes its turn too: what fails above it makes it fail. */
  private static Method nothing(LoadedType type) {
    Terminator end = new Terminator.Return(type.type().at(), Optional.empty());
    return new Method(
        new MethodName(type.name(), "<clinit>", List.of(), TypeName.VOID),
        Set.of(Flag.STATIC, Flag.SYNTHETIC),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(new Block(List.of(), end, List.of())),
        type.type().at());
  }
}
