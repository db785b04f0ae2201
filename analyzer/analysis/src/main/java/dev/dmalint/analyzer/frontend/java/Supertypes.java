package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * The supertypes that types of the sources name, declared or not. The compiler forgets a missing
 * supertype; this remembers it, for all types of a batch and those it asks for.
 */
final class Supertypes {
  private final IdentityHashMap<TypeBinding, String> missing = new IdentityHashMap<>();

  /** Notes the missing supertypes of a file whose type bindings are complete. */
  void learn(CompilationUnitDeclaration tree) {
    Imports imports = new Imports(tree);
    Trees.list(tree.types).forEach(type -> learn(type, imports));
  }

  void learn(TypeDeclaration type, Imports imports) {
    if (type.binding == null) {
      return;
    }
    TypeReference written = firstMissing(type);
    if (written != null) {
      missing.putIfAbsent(type.binding, imports.complete(Trees.dotted(written.getTypeName())));
    }
    Trees.list(type.memberTypes).forEach(member -> learn(member, imports));
  }

  private static @Nullable TypeReference firstMissing(TypeDeclaration type) {
    TypeReference superclass = superclassReference(type);
    if (superclass != null && isMissing(superclass)) {
      return superclass;
    }
    for (TypeReference written : Trees.list(type.superInterfaces)) {
      if (isMissing(written)) {
        return written;
      }
    }
    return null;
  }

  private static @Nullable TypeReference superclassReference(TypeDeclaration type) {
    boolean isAnonymousOfMissing =
        type.allocation != null && type.allocation.type != null && isMissing(type.allocation.type);
    return isAnonymousOfMissing ? type.allocation.type : type.superclass;
  }

  private static boolean isMissing(TypeReference written) {
    return Erasure.isMissing(Erasure.of(written.resolvedType));
  }

  /**
   * {@return the name of the first undeclared supertype of a type, of its superclasses, or of the
   * types around it}
   */
  Optional<String> missing(SourceTypeBinding type) {
    for (TypeBinding around = type; around != null; around = around.enclosingType()) {
      TypeBinding at = around.erasure();
      for (int depth = 0; at != null && depth < 64; depth++) {
        String name = missing.get(at);
        if (name != null) {
          return Optional.of(name);
        }
        TypeBinding superclass = at.superclass();
        at = superclass == null ? null : superclass.erasure();
      }
    }
    return Optional.empty();
  }

  /** {@return whether nothing declares the superclass that is written} */
  static boolean isSuperclassMissing(TypeDeclaration type) {
    TypeReference written = superclassReference(type);
    return written != null && isMissing(written);
  }

  /** {@return the superclass; empty for an interface and for {@code java.lang.Object}} */
  static Optional<TypeName> superclass(TypeDeclaration type, TypeNames names) {
    int kind = TypeDeclaration.kind(type.modifiers);
    if (kind == TypeDeclaration.INTERFACE_DECL || kind == TypeDeclaration.ANNOTATION_TYPE_DECL) {
      return Optional.empty();
    }
    TypeReference written = superclassReference(type);
    if (written != null && isMissing(written)) {
      return Optional.of(names.of(written));
    }
    return Optional.ofNullable(type.binding.superclass()).map(names::of);
  }

  /** {@return direct superinterfaces} */
  static List<TypeName> interfaces(TypeDeclaration type, TypeNames names) {
    List<TypeName> all = new ArrayList<>(names.of(type.binding.superInterfaces()));
    for (TypeReference written : Trees.list(type.superInterfaces)) {
      if (isMissing(written)) {
        all.add(names.of(written));
      }
    }
    return all.stream().distinct().toList();
  }
}
