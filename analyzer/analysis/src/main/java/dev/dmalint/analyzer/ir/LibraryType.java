package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A type that the program refers to and that a class path entry declares, with its supertypes; for
 * a type that nothing declares, its name alone.
 *
 * @param name binary name
 * @param superclass empty for interfaces, for {@code java.lang.Object} and for undeclared types
 * @param interfaces direct superinterfaces
 * @param declared whether a class path entry declares it
 */
public record LibraryType(
    TypeName name, Optional<TypeName> superclass, List<TypeName> interfaces, boolean declared) {
  public LibraryType {
    requireNonNull(name);
    requireNonNull(superclass);
    interfaces = List.copyOf(interfaces);
  }
}
