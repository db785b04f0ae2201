package dev.dmalint.analyzer.frontend.java;

import org.eclipse.jdt.internal.compiler.lookup.IntersectionTypeBinding18;
import org.eclipse.jdt.internal.compiler.lookup.MissingTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.PolyTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ProblemReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Types of the compiler without their type arguments; null stands for an unknown type. */
final class Erasure {
  private Erasure() {}

  /** {@return the erased type; null where the compiler knows none} */
  static @Nullable TypeBinding of(@Nullable TypeBinding type) {
    if (type == null || type instanceof PolyTypeBinding) {
      return null;
    }
    if (type instanceof ProblemReferenceBinding problem) {
      TypeBinding closest = problem.closestMatch();
      return closest == null || closest == problem ? null : of(closest);
    }
    if (type instanceof IntersectionTypeBinding18 intersection) {
      ReferenceBinding[] parts = intersection.intersectingTypes;
      return parts == null || parts.length == 0 ? null : of(parts[0]);
    }
    return type.erasure();
  }

  static boolean isPrimitive(@Nullable TypeBinding type) {
    return type != null && type.isBaseType() && !isVoid(type) && !isNull(type);
  }

  /** {@return whether values of the type are whole numbers} */
  static boolean isWhole(@Nullable TypeBinding type) {
    return type != null
        && isPrimitive(type)
        && type != TypeBinding.BOOLEAN
        && type.isCompatibleWith(TypeBinding.LONG);
  }

  static boolean isVoid(@Nullable TypeBinding type) {
    return type != null && type.id == TypeIds.T_void;
  }

  static boolean isNull(@Nullable TypeBinding type) {
    return type != null && type.id == TypeIds.T_null;
  }

  /** {@return whether values of the type are objects, or the type is unknown} */
  static boolean isReference(@Nullable TypeBinding type) {
    return type == null || !type.isBaseType() || isNull(type);
  }

  /** {@return whether nothing declares the type, or that of the array's elements} */
  static boolean isMissing(@Nullable TypeBinding type) {
    return type == null || type.leafComponentType() instanceof MissingTypeBinding;
  }
}
