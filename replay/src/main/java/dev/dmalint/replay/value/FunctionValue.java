package dev.dmalint.replay.value;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.List;

/** What a lambda or method reference evaluates to. */
public final class FunctionValue implements Reference {
  private final TypeName type;
  private final MethodName method;
  private final MethodName body;
  private final List<Object> captured;

  /**
   * A function.
   *
   * @param type the functional interface
   * @param method the method of the interface that it implements
   * @param body a static method: captured values, then arguments
   */
  public FunctionValue(TypeName type, MethodName method, MethodName body, List<Object> captured) {
    this.type = requireNonNull(type);
    this.method = requireNonNull(method);
    this.body = requireNonNull(body);
    this.captured = List.copyOf(captured);
  }

  @Override
  public TypeName type() {
    return type;
  }

  /** {@return the method of the interface that this implements} */
  public MethodName method() {
    return method;
  }

  /** {@return the static method that holds the body} */
  public MethodName body() {
    return body;
  }

  /** {@return the first arguments of the body} */
  public List<Object> captured() {
    return captured;
  }

  @Override
  public String toString() {
    return body.toString();
  }
}
