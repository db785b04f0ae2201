package dev.dmalint.replay.value;

import dev.dmalint.analyzer.ir.TypeName;
import java.util.Arrays;

/** An array. Indices are checked by the caller. */
public final class ArrayValue implements Reference {
  private final TypeName type;
  private final Object[] elements;

  private ArrayValue(TypeName type, Object[] elements) {
    this.type = type;
    this.elements = elements;
  }

  /** {@return an array of {@code length} zeros of its element type} */
  public static ArrayValue zeros(TypeName type, int length) {
    Object[] elements = new Object[length];
    Arrays.fill(elements, Zero.of(type.element()));
    return new ArrayValue(type, elements);
  }

  /** {@return an array that holds {@code elements} itself} */
  public static ArrayValue of(TypeName type, Object... elements) {
    return new ArrayValue(type, elements);
  }

  @Override
  public TypeName type() {
    return type;
  }

  /** {@return the number of elements} */
  public int length() {
    return elements.length;
  }

  /** {@return an element} */
  public Object get(int index) {
    return elements[index];
  }

  /** Replaces an element. */
  public void put(int index, Object value) {
    elements[index] = value;
  }

  /** Copies a range of another array, as if by way of a third. */
  public void copyFrom(ArrayValue source, int from, int to, int length) {
    System.arraycopy(source.elements, from, elements, to, length);
  }

  /** {@return an array of the same type and elements} */
  public ArrayValue copy() {
    return new ArrayValue(type, elements.clone());
  }

  @Override
  public String toString() {
    return type.element() + "[" + elements.length + "]";
  }
}
