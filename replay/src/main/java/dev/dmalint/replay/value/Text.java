package dev.dmalint.replay.value;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.TypeName;

/** A string; two of equal value are different objects. */
public final class Text implements Reference {
  private String value;

  /** A new string object. */
  public Text(String value) {
    this.value = requireNonNull(value);
  }

  /** Takes its value, in a constructor of {@code java.lang.String}; never changes again. */
  public void construct(String characters) {
    value = requireNonNull(characters);
  }

  /** {@return the characters} */
  public String value() {
    return value;
  }

  @Override
  public TypeName type() {
    return TypeName.STRING;
  }

  @Override
  public String toString() {
    return value;
  }
}
