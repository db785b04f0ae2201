package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.LibraryType;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Program;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All types that a run may meet. Never changes: runs may share it, one after the other or at the
 * same time.
 */
public final class Universe {
  private final Map<TypeName, LoadedType> types = new HashMap<>();
  private final Map<TypeName, Type> sources = new HashMap<>();
  private final Map<TypeName, LibraryType> library = new HashMap<>();
  private final Map<TypeName, List<TypeName>> lineages = new ConcurrentHashMap<>();

  private Universe() {}

  /**
   * {@return the types of several programs}
   *
   * @param programs of two types of one name the one in the earlier program counts
   */
  public static Universe of(List<Program> programs) {
    Universe universe = new Universe();
    for (Program program : programs) {
      program.types().forEach(type -> universe.sources.putIfAbsent(type.name(), type));
      for (LibraryType type : program.library()) {
        universe.library.merge(type.name(), type, (a, b) -> a.declared() ? a : b);
      }
    }
    universe.sources.values().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(type -> universe.load(type, new LinkedHashSet<>()));
    return universe;
  }

  private LoadedType load(Type type, Set<TypeName> below) {
    LoadedType known = types.get(type.name());
    if (known != null) {
      return known;
    }
    below.add(type.name());
    Optional<LoadedType> superclass =
        type.superclass()
            .filter(name -> !below.contains(name))
            .map(sources::get)
            .map(above -> load(above, below));
    LoadedType loaded = new LoadedType(type, types.size(), superclass);
    types.put(type.name(), loaded);
    return loaded;
  }

  Optional<LoadedType> find(TypeName name) {
    return Optional.ofNullable(types.get(name));
  }

  int size() {
    return types.size();
  }

  /** {@return the method of exactly that owner and signature, if it has IR} */
  public Optional<Method> method(MethodName name) {
    return find(name.owner()).flatMap(type -> type.declared(name.signature()));
  }

  /** {@return the class and its superclasses, nearest first, then all their interfaces} */
  List<TypeName> lineage(TypeName name) {
    List<TypeName> known = lineages.get(name);
    if (known == null) {
      known = findLineage(name);
      lineages.put(name, known);
    }
    return known;
  }

  private List<TypeName> findLineage(TypeName name) {
    Set<TypeName> classes = new LinkedHashSet<>();
    Optional<TypeName> next = Optional.of(name);
    while (next.isPresent() && classes.add(next.get())) {
      next = superclass(next.get());
    }
    classes.add(TypeName.OBJECT);
    Set<TypeName> all = new LinkedHashSet<>(classes);
    List<TypeName> queue = new ArrayList<>(classes);
    for (int i = 0; i < queue.size(); i++) {
      for (TypeName each : interfaces(queue.get(i))) {
        if (all.add(each)) {
          queue.add(each);
        }
      }
    }
    return List.copyOf(all);
  }

  private Optional<TypeName> superclass(TypeName name) {
    Type source = sources.get(name);
    if (source != null) {
      return source.superclass();
    }
    return Optional.ofNullable(library.get(name)).flatMap(LibraryType::superclass);
  }

  private Collection<TypeName> interfaces(TypeName name) {
    Type source = sources.get(name);
    if (source != null) {
      return source.interfaces();
    }
    LibraryType compiled = library.get(name);
    return compiled == null ? List.of() : compiled.interfaces();
  }

  /** {@return whether a value of {@code type} can be kept in a variable of type {@code above}} */
  public boolean isSubtype(TypeName type, TypeName above) {
    if (type.equals(above) || above.equals(TypeName.OBJECT)) {
      return true;
    }
    if (!type.isArray()) {
      return !type.isPrimitive() && lineage(type).contains(above);
    }
    if (above.isArray()) {
      TypeName a = type.element();
      TypeName b = above.element();
      return (a.isReference() && b.isReference()) ? isSubtype(a, b) : a.equals(b);
    }
    return above.text().equals("java.lang.Cloneable")
        || above.text().equals("java.io.Serializable");
  }
}
