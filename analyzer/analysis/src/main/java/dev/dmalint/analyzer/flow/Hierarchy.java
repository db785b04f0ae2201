package dev.dmalint.analyzer.flow;

import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.LibraryType;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Program;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Who extends whom, and which body a call runs. */
public final class Hierarchy {
  private final Map<TypeName, Type> types = new TreeMap<>();
  private final Map<TypeName, LibraryType> library = new HashMap<>();
  private final Map<TypeName, Set<TypeName>> subtypes = new HashMap<>();
  private final Map<TypeName, Map<String, Method>> methods = new HashMap<>();
  private final Map<TypeName, List<TypeName>> supertypes = new ConcurrentHashMap<>();

  /** Reads who extends whom out of {@code program}. */
  public Hierarchy(Program program) {
    program.types().forEach(type -> types.putIfAbsent(type.name(), type));
    program.library().forEach(type -> library.putIfAbsent(type.name(), type));
    for (Type type : types.values()) {
      Map<String, Method> own = new HashMap<>();
      type.methods().forEach(method -> own.putIfAbsent(method.name().signature(), method));
      methods.put(type.name(), own);
      for (TypeName above : supertypes(type.name())) {
        subtypes.computeIfAbsent(above, key -> new TreeSet<>()).add(type.name());
      }
    }
  }

  /** {@return the types that the source declares, by name} */
  public Iterable<Type> types() {
    return types.values();
  }

  /** {@return the source's declaration of a type} */
  public Optional<Type> type(TypeName name) {
    return Optional.ofNullable(types.get(name));
  }

  /** {@return the type itself and all it extends or implements, nearest first} */
  public List<TypeName> supertypes(TypeName name) {
    List<TypeName> known = supertypes.get(name);
    if (known != null) {
      return known;
    }
    Set<TypeName> found = new LinkedHashSet<>();
    List<TypeName> queue = new ArrayList<>(List.of(name));
    for (int i = 0; i < queue.size(); i++) {
      TypeName next = queue.get(i);
      if (found.add(next)) {
        queue.addAll(direct(next));
      }
    }
    List<TypeName> result = List.copyOf(found);
    supertypes.put(name, result);
    return result;
  }

  private List<TypeName> direct(TypeName name) {
    List<TypeName> result = new ArrayList<>();
    Type source = types.get(name);
    LibraryType compiled = library.get(name);
    if (source != null) {
      source.superclass().ifPresent(result::add);
      result.addAll(source.interfaces());
    } else if (compiled != null) {
      compiled.superclass().ifPresent(result::add);
      result.addAll(compiled.interfaces());
    }
    return result;
  }

  /** {@return whether {@code name} is {@code above} or extends or implements it} */
  public boolean isSubtype(TypeName name, TypeName above) {
    return name.equals(above) || supertypes(name).contains(above);
  }

  /** {@return the declared method of exactly that type, signature and body} */
  public Optional<Method> declared(MethodName name) {
    Map<String, Method> own = methods.get(name.owner());
    return own == null ? Optional.empty() : Optional.ofNullable(own.get(name.signature()));
  }

  /**
   * {@return the body that a virtual call of {@code signature} runs on an object of {@code type}}
   */
  public Optional<Method> dispatch(TypeName type, String signature) {
    Optional<Method> fallback = Optional.empty();
    for (TypeName next : supertypes(type)) {
      Type source = types.get(next);
      Optional<Method> found = source == null ? Optional.empty() : member(next, signature);
      if (found.isPresent() && source != null) {
        if (!source.flags().contains(Flag.INTERFACE)) {
          return found;
        }
        fallback = fallback.isPresent() ? fallback : found;
      }
    }
    return fallback;
  }

  /** A method that overrides a generic one has other erased parameters than the call names. */
  private Optional<Method> member(TypeName type, String signature) {
    Map<String, Method> own = methods.getOrDefault(type, Map.of());
    Method exact = own.get(signature);
    if (exact != null) {
      return exact.hasBody() ? Optional.of(exact) : Optional.empty();
    }
    int open = signature.indexOf('(');
    String name = signature.substring(0, open);
    String inside = signature.substring(open + 1, signature.length() - 1);
    String[] wanted = inside.isEmpty() ? new String[0] : inside.split(",", -1);
    return type(type).stream()
        .flatMap(source -> source.methods().stream())
        .filter(method -> method.hasBody() && method.name().name().equals(name))
        .filter(method -> fits(method.name().parameters(), wanted))
        .findFirst();
  }

  private static boolean fits(List<TypeName> parameters, String[] wanted) {
    if (parameters.size() != wanted.length) {
      return false;
    }
    boolean narrowed = false;
    for (int i = 0; i < wanted.length; i++) {
      TypeName parameter = parameters.get(i);
      TypeName other = new TypeName(wanted[i]);
      if (!parameter.equals(other)) {
        if (!parameter.isReference() || !other.isReference()) {
          return false;
        }
        narrowed |= other.equals(TypeName.OBJECT) || parameter.equals(TypeName.OBJECT);
      }
    }
    return narrowed;
  }

  /** {@return bodies of {@code signature} in the source that an unknown {@code type} may run} */
  public List<Method> possible(TypeName type, String signature) {
    Set<Method> found = new LinkedHashSet<>();
    dispatch(type, signature).ifPresent(found::add);
    for (TypeName below : subtypes.getOrDefault(type, Set.of())) {
      Type source = types.get(below);
      if (source != null && !source.flags().contains(Flag.ABSTRACT)) {
        dispatch(below, signature).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** {@return the source types that extend or implement {@code type}, itself included, by name} */
  public Set<TypeName> sourceSubtypes(TypeName type) {
    return subtypes.getOrDefault(type, Set.of());
  }
}
