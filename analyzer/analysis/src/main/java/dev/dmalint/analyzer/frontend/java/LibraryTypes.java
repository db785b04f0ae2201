package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.LibraryType;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.lookup.MissingTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;

/** The types that a file refers to and no source declares, with all their supertypes. */
final class LibraryTypes {
  private final TypeNames names;
  private final Set<ReferenceBinding> seen = new HashSet<>();
  private final List<LibraryType> types = new ArrayList<>();

  LibraryTypes(TypeNames names) {
    this.names = names;
  }

  List<LibraryType> all() {
    Deque<ReferenceBinding> waiting = new ArrayDeque<>(names.library());
    seen.addAll(waiting);
    while (!waiting.isEmpty()) {
      ReferenceBinding type = waiting.remove();
      List<TypeName> interfaces = new ArrayList<>();
      for (ReferenceBinding each : Trees.list(type.superInterfaces())) {
        interfaces.add(names.of(each));
        visit(each, waiting);
      }
      Optional<TypeName> superclass = Optional.empty();
      if (!type.isInterface() && type.superclass() != null) {
        superclass = Optional.of(names.of(type.superclass()));
        visit(type.superclass(), waiting);
      }
      types.add(new LibraryType(names.of(type), superclass, interfaces, true));
    }
    for (TypeName name : names.undeclared()) {
      types.add(new LibraryType(name, Optional.empty(), List.of(), false));
    }
    return types;
  }

  private void visit(ReferenceBinding type, Deque<ReferenceBinding> waiting) {
    TypeBinding erased = type.erasure();
    boolean isLibrary =
        erased instanceof ReferenceBinding
            && !(erased instanceof MissingTypeBinding)
            && names.library().contains(erased);
    if (isLibrary && seen.add((ReferenceBinding) erased)) {
      waiting.add((ReferenceBinding) erased);
    }
  }
}
