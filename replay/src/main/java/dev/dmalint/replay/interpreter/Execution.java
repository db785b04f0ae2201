package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.value.ArrayValue;
import dev.dmalint.replay.value.Box;
import dev.dmalint.replay.value.Instance;
import dev.dmalint.replay.value.Text;
import dev.dmalint.replay.value.TypeValue;
import java.util.List;
import java.util.Optional;

/** What a host function may do with the run that calls it. */
public final class Execution {
  private final Run run;

  Execution(Run run) {
    this.run = run;
  }

  /** A call that the program makes in place of the host function. */
  record GoOn(Method method, List<Object> arguments) {
    GoOn {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@return what a host function gives back so that {@code method} computes its value} */
  public Object goOnWith(Method method, List<Object> arguments) {
    return new GoOn(method, arguments);
  }

  /**
   * {@return the value of calling a method of the program, now}
   *
   * @param method with the receiver's class, or for a static method its owner, as owner
   * @param arguments the receiver first, if there is one
   * @throws GuestException if the method throws
   */
  public Object call(MethodName method, List<Object> arguments) {
    return run.nested(method, arguments);
  }

  /** {@return a new string} */
  public Text text(String value) {
    return run.heap().text(value);
  }

  /** {@return the one string that literals of that value are} */
  public Text literal(String value) {
    return run.heap().intern(value);
  }

  /** {@return the box that {@code valueOf} gives for a primitive} */
  public Box box(Object primitive) {
    return run.heap().box(primitive);
  }

  /** {@return the class object of a type} */
  public TypeValue type(TypeName name) {
    return run.heap().type(name);
  }

  /** {@return an array of {@code elements} itself} */
  public ArrayValue array(TypeName type, Object... elements) {
    return run.heap().array(type, elements);
  }

  /** {@return an array of zeros} */
  public ArrayValue zeros(TypeName type, int length) {
    return run.heap().array(type, List.of(length));
  }

  /** {@return an exception of the program, to be thrown} */
  public GuestException failure(String type, String message) {
    return run.heap().failure(type, Optional.of(message));
  }

  /** {@return an exception of the program without message, to be thrown} */
  public GuestException failure(String type) {
    return run.heap().failure(type, Optional.empty());
  }

  /** {@return an exception of the host that ends the run with an obstacle, to be thrown} */
  public RuntimeException obstacle(String what) {
    return Stop.missing(what);
  }

  /** {@return a number that no other object of this run has} */
  public int identity(Object object) {
    return run.heap().identity(object);
  }

  /** Counts work against the budget before it is done. */
  public void work(long steps) {
    run.meter().steps(steps);
  }

  /** Counts memory against the budget before it is used. */
  public void allocate(long cells) {
    run.meter().allocate(cells);
  }

  /** {@return whether a value of {@code type} can be kept in a variable of type {@code above}} */
  public boolean isSubtype(TypeName type, TypeName above) {
    return run.universe().isSubtype(type, above);
  }

  /** {@return the IR of a type, if it has any} */
  public Optional<dev.dmalint.analyzer.ir.Type> declaration(TypeName name) {
    return run.universe().find(name).map(LoadedType::type);
  }

  /** {@return the value of a field of an object} */
  public Object field(Instance object, dev.dmalint.analyzer.ir.FieldName field) {
    return run.universe()
        .find(field.owner())
        .flatMap(type -> type.field(field))
        .map(object::get)
        .orElseThrow(() -> Stop.missing("there is no field '" + field + "'"));
  }

  /** Keeps something of the host with an object of the program. */
  public void attach(Object object, String key, Object value) {
    run.attachments().computeIfAbsent(object, o -> new java.util.TreeMap<>()).put(key, value);
  }

  /** {@return what was attached} */
  public Optional<Object> attached(Object object, String key) {
    return Optional.ofNullable(run.attachments().get(object)).map(found -> found.get(key));
  }

  /** {@return whether {@code assert} is on} */
  public boolean assertions() {
    return run.assertions();
  }
}
