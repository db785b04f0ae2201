package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

/**
 * A variable of a method: a parameter, a declared local or a temporary.
 *
 * @param index position in the method's list of locals
 * @param name as declared; temporaries have names that start with {@code %}
 * @param type erased type
 */
public record Local(int index, String name, TypeName type) {
  public Local {
    requireNonNull(name);
    requireNonNull(type);
    if (index < 0) {
      throw new IllegalArgumentException("locals are numbered from 0");
    }
  }

  /** {@return whether the front end made it up} */
  public boolean isTemporary() {
    return name.startsWith("%");
  }

  @Override
  public String toString() {
    return isTemporary() ? name : name + "." + index;
  }
}
