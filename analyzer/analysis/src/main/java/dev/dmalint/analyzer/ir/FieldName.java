package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

/**
 * A field as declared.
 *
 * @param owner the type that declares it
 * @param name its name
 * @param type its erased type
 */
public record FieldName(TypeName owner, String name, TypeName type)
    implements Comparable<FieldName> {
  public FieldName {
    requireNonNull(owner);
    requireNonNull(name);
    requireNonNull(type);
  }

  @Override
  public int compareTo(FieldName other) {
    int byOwner = owner.compareTo(other.owner);
    return byOwner != 0 ? byOwner : name.compareTo(other.name);
  }

  /** {@return {@code owner#name}} */
  @Override
  public String toString() {
    return owner + "#" + name;
  }
}
