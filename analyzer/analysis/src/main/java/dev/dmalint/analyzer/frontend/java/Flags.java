package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Flag;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;

/** Modifiers as flags. */
final class Flags {
  private Flags() {}

  private static Set<Flag> access(int modifiers) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    add(flags, modifiers, ClassFileConstants.AccPublic, Flag.PUBLIC);
    add(flags, modifiers, ClassFileConstants.AccProtected, Flag.PROTECTED);
    add(flags, modifiers, ClassFileConstants.AccPrivate, Flag.PRIVATE);
    add(flags, modifiers, ClassFileConstants.AccStatic, Flag.STATIC);
    add(flags, modifiers, ClassFileConstants.AccFinal, Flag.FINAL);
    return flags;
  }

  private static void add(Set<Flag> flags, int modifiers, int bit, Flag flag) {
    if ((modifiers & bit) != 0) {
      flags.add(flag);
    }
  }

  static Set<Flag> ofField(int modifiers) {
    Set<Flag> flags = access(modifiers);
    add(flags, modifiers, ClassFileConstants.AccEnum, Flag.ENUM);
    return flags;
  }

  static Set<Flag> ofMethod(int modifiers) {
    Set<Flag> flags = access(modifiers);
    add(flags, modifiers, ClassFileConstants.AccAbstract, Flag.ABSTRACT);
    add(flags, modifiers, ClassFileConstants.AccNative, Flag.NATIVE);
    add(flags, modifiers, ClassFileConstants.AccSynchronized, Flag.SYNCHRONIZED);
    return flags;
  }

  static Set<Flag> ofType(TypeDeclaration type) {
    int modifiers = type.binding.modifiers;
    Set<Flag> flags = access(modifiers);
    add(flags, modifiers, ClassFileConstants.AccAbstract, Flag.ABSTRACT);
    switch (TypeDeclaration.kind(type.modifiers)) {
      case TypeDeclaration.INTERFACE_DECL -> flags.add(Flag.INTERFACE);
      case TypeDeclaration.ENUM_DECL -> flags.add(Flag.ENUM);
      case TypeDeclaration.RECORD_DECL -> flags.add(Flag.RECORD);
      case TypeDeclaration.ANNOTATION_TYPE_DECL -> {
        flags.add(Flag.INTERFACE);
        flags.add(Flag.ANNOTATION);
      }
      default -> {}
    }
    return flags;
  }
}
