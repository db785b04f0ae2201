package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.lookup.LocalTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.MissingTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * The names that one file's IR uses for the compiler's types, and which of them no source declares.
 * Unknown types are {@code java.lang.Object}.
 */
final class TypeNames {
  private final Imports imports;
  private final Outline outline;
  private final IdentityHashMap<TypeBinding, TypeName> known = new IdentityHashMap<>();
  private final Set<ReferenceBinding> library = new LinkedHashSet<>();
  private final Set<TypeName> undeclared = new LinkedHashSet<>();

  TypeNames(Imports imports, Outline outline) {
    this.imports = imports;
    this.outline = outline;
  }

  /** {@return the name of the erased type} */
  TypeName of(@Nullable TypeBinding type) {
    TypeBinding erased = Erasure.of(type);
    if (erased == null || Erasure.isNull(erased)) {
      return TypeName.OBJECT;
    }
    TypeName name = known.get(erased);
    if (name == null) {
      name = make(erased);
      known.put(erased, name);
    }
    return name;
  }

  List<TypeName> of(TypeBinding[] types) {
    List<TypeName> names = new ArrayList<>();
    for (TypeBinding type : Trees.list(types)) {
      names.add(of(type));
    }
    return names;
  }

  private TypeName make(TypeBinding type) {
    if (type.isArrayType()) {
      TypeName name = of(type.leafComponentType());
      for (int i = 0; i < type.dimensions(); i++) {
        name = name.array();
      }
      return name;
    }
    if (type instanceof ReferenceBinding reference) {
      return reference(reference);
    }
    return new TypeName(new String(type.sourceName()));
  }

  private TypeName reference(ReferenceBinding type) {
    if (type instanceof MissingTypeBinding missing) {
      return undeclared(Trees.dotted(missing.compoundName));
    }
    if (type instanceof LocalTypeBinding local) {
      return outline.name(local);
    }
    ReferenceBinding enclosing = type.enclosingType();
    if (type instanceof SourceTypeBinding) {
      return enclosing == null
          ? new TypeName(new String(type.constantPoolName()).replace('/', '.'))
          : new TypeName(of(enclosing).text() + "$" + new String(type.sourceName()));
    }
    library.add(type);
    return new TypeName(new String(type.constantPoolName()).replace('/', '.'));
  }

  /** {@return the name of a type that nothing declares, as written and completed by the imports} */
  TypeName undeclared(String written) {
    TypeName name = new TypeName(imports.complete(written));
    undeclared.add(name);
    return name;
  }

  /** {@return the name of a written type, which the compiler may not have resolved} */
  TypeName of(TypeReference reference) {
    TypeBinding erased = Erasure.of(reference.resolvedType);
    if (erased != null) {
      return of(erased);
    }
    TypeName name = undeclared(Trees.dotted(reference.getTypeName()));
    for (int i = 0; i < reference.dimensions(); i++) {
      name = name.array();
    }
    return name;
  }

  /** {@return types met so far that class files declare} */
  Set<ReferenceBinding> library() {
    return library;
  }

  /** {@return names met so far that nothing declares} */
  Set<TypeName> undeclared() {
    return undeclared;
  }
}
