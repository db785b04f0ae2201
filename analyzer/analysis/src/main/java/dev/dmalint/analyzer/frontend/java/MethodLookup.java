package dev.dmalint.analyzer.frontend.java;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Looks for methods by name, where the compiler did not look because it lacked types. */
final class MethodLookup {
  private MethodLookup() {}

  /** {@return the one method of that name and number of parameters; null for none or several} */
  static @Nullable MethodBinding only(@Nullable TypeBinding type, char[] name, int parameters) {
    List<MethodBinding> found = new ArrayList<>();
    for (MethodBinding method : all(type, name)) {
      boolean isOverridden =
          found.stream().anyMatch(below -> below.areParameterErasuresEqual(method));
      if (method.parameters.length == parameters && !isOverridden) {
        found.add(method);
      }
    }
    return found.size() == 1 ? found.get(0) : null;
  }

  /** {@return whether there is any method of that name} */
  static boolean has(@Nullable TypeBinding type, char[] name) {
    return !all(type, name).isEmpty();
  }

  /** {@return methods of that name, those of subclasses first} */
  private static List<MethodBinding> all(@Nullable TypeBinding type, char[] name) {
    List<MethodBinding> methods = new ArrayList<>();
    Deque<ReferenceBinding> waiting = new ArrayDeque<>();
    Set<ReferenceBinding> seen = new HashSet<>();
    if (type instanceof ReferenceBinding start && !Erasure.isMissing(type)) {
      waiting.add(start);
    }
    while (!waiting.isEmpty()) {
      ReferenceBinding at = waiting.remove();
      if (!seen.add(at)) {
        continue;
      }
      methods.addAll(Trees.list(at.getMethods(name)));
      if (at.superclass() != null) {
        waiting.add(at.superclass());
      }
      waiting.addAll(Trees.list(at.superInterfaces()));
    }
    return methods;
  }
}
