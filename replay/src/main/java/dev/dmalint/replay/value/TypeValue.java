package dev.dmalint.replay.value;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.TypeName;

/** A {@code java.lang.Class}; a run has one for each type. */
public final class TypeValue implements Reference {
  private final TypeName named;

  /** The class object of a type. */
  public TypeValue(TypeName named) {
    this.named = requireNonNull(named);
  }

  /** {@return the type that this stands for} */
  public TypeName named() {
    return named;
  }

  @Override
  public TypeName type() {
    return new TypeName("java.lang.Class");
  }

  @Override
  public String toString() {
    return named.text();
  }
}
