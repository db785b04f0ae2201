package dev.dmalint.replay.value;

import dev.dmalint.analyzer.ir.TypeName;

/** An object of a class that has IR. Fields are changed in place. */
public final class Instance implements Reference {
  private final TypeName type;
  private final Object[] fields;

  /**
   * An object before its constructor ran.
   *
   * @param fields zeros, one an instance field of the class and its superclasses; kept, not copied
   */
  public Instance(TypeName type, Object[] fields) {
    this.type = type;
    this.fields = fields;
  }

  @Override
  public TypeName type() {
    return type;
  }

  /** {@return the value of a field by its place in the layout of the class} */
  public Object get(int field) {
    return fields[field];
  }

  /** Replaces the value of a field. */
  public void put(int field, Object value) {
    fields[field] = value;
  }

  @Override
  public String toString() {
    return type.text();
  }
}
