package dev.dmalint.analyzer.ir;

import java.util.List;

/**
 * Everything that was read.
 *
 * @param types what the sources declare, nested types too, sorted by name
 * @param library the types they refer to beyond that, with all their supertypes, sorted by name
 */
public record Program(List<Type> types, List<LibraryType> library) {
  public Program {
    types = types.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    library = library.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }
}
