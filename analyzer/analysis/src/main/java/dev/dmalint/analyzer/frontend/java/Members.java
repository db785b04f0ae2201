package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;

/**
 * The names that IR uses for methods and fields. A constructor takes, in this order: for an enum
 * the constant's name and ordinal; the outer instance; for an anonymous class the outer instance of
 * its superclass; what is declared; the captured variables.
 */
final class Members {
  private final TypeNames names;
  private final Outline outline;
  private final IdentityHashMap<MethodBinding, MethodName> methods = new IdentityHashMap<>();

  Members(TypeNames names, Outline outline) {
    this.names = names;
    this.outline = outline;
  }

  /** {@return the declared, erased method behind a binding} */
  MethodName method(MethodBinding binding) {
    MethodBinding original = binding.original();
    MethodName name = methods.get(original);
    if (name == null) {
      name = make(original);
      methods.put(original, name);
    }
    return name;
  }

  private MethodName make(MethodBinding method) {
    TypeName owner = names.of(method.declaringClass);
    if (method.isConstructor()) {
      return new MethodName(owner, "<init>", constructorParameters(method), TypeName.VOID);
    }
    return new MethodName(
        owner,
        new String(method.selector),
        names.of(method.parameters),
        names.of(method.returnType));
  }

  private List<TypeName> constructorParameters(MethodBinding constructor) {
    ReferenceBinding owner = constructor.declaringClass;
    List<TypeName> parameters = new ArrayList<>();
    if (Constructors.isEnum(owner)) {
      parameters.add(TypeName.STRING);
      parameters.add(TypeName.INT);
    }
    if (outline.hasOuter(owner)) {
      parameters.add(names.of(owner.enclosingType()));
    }
    outerOfSuper(owner).ifPresent(type -> parameters.add(names.of(type)));
    parameters.addAll(names.of(constructor.parameters));
    for (LocalVariableBinding variable : outline.captured(owner)) {
      parameters.add(names.of(variable.type));
    }
    return parameters;
  }

  /**
   * {@return the type of the instance that an anonymous class hands to its superclass, if that is
   * an inner class}
   */
  Optional<ReferenceBinding> outerOfSuper(ReferenceBinding type) {
    if (!type.isAnonymousType() || type.superclass() == null) {
      return Optional.empty();
    }
    ReferenceBinding superclass = (ReferenceBinding) type.superclass().erasure();
    return outline.hasOuter(superclass)
        ? Optional.of(superclass.enclosingType())
        : Optional.empty();
  }

  FieldName field(FieldBinding binding) {
    FieldBinding original = binding.original();
    return new FieldName(
        names.of(original.declaringClass), new String(original.name), names.of(original.type));
  }

  /** {@return the field of a declaration that the compiler dropped, with its written type} */
  FieldName unresolved(TypeName owner, FieldDeclaration field) {
    TypeName type = field.type == null ? TypeName.OBJECT : names.of(field.type);
    return new FieldName(owner, new String(field.name), type);
  }

  /** {@return the field that holds the instance of the type around {@code type}} */
  FieldName outer(ReferenceBinding type) {
    return new FieldName(names.of(type), "this$0", names.of(type.enclosingType()));
  }

  /** {@return the field that holds the value of a variable that objects of {@code type} capture} */
  FieldName captured(ReferenceBinding type, LocalVariableBinding variable) {
    return new FieldName(
        names.of(type), "val$" + new String(variable.name), names.of(variable.type));
  }
}
