package dev.dmalint.replay.value;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.TypeName;

/** A boxed primitive, an object of {@code java.lang.Integer} and its like. */
public final class Box implements Reference {
  private final Object value;

  /** A new box around a primitive. */
  public Box(Object value) {
    this.value = requireNonNull(value);
  }

  /** {@return the primitive inside} */
  public Object value() {
    return value;
  }

  @Override
  public TypeName type() {
    return new TypeName(value.getClass().getName());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
