package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.FunctionalExpression;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.LocalTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a file before its bodies are lowered: the binary names of its local types,
 * the names of its lambda bodies, and which variables and outer instances each of them captures.
 * Names count in source order, so they never depend on the order of the work.
 */
final class Outline {
  private final IdentityHashMap<TypeDeclaration, TypePlan> types = new IdentityHashMap<>();
  private final Set<TypeDeclaration> asserting = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Integer, TypePlan> localTypes = new HashMap<>();
  private final IdentityHashMap<FunctionalExpression, LambdaPlan> lambdas = new IdentityHashMap<>();

  /** Something that keeps values of variables around it. */
  sealed interface Captor {
    Set<LocalVariableBinding> captured();
  }

  /**
   * A type of the file.
   *
   * @param name binary name
   * @param hasOuter whether its objects hold the instance of the type around it
   * @param captured for a local type: the variables whose values its objects hold, in order of use
   */
  record TypePlan(
      TypeDeclaration declaration,
      TypeName name,
      boolean hasOuter,
      Set<LocalVariableBinding> captured)
      implements Captor {}

  /** A lambda or method reference; {@link #usesThis} is known once the outline is complete. */
  static final class LambdaPlan implements Captor {
    private final String name;
    private final int number;
    private final Set<LocalVariableBinding> captured = new LinkedHashSet<>();
    private boolean usesThis;

    LambdaPlan(String name, int number) {
      this.name = name;
      this.number = number;
    }

    /** {@return the name of the method that holds the body} */
    String name() {
      return name;
    }

    /** {@return its place among the lambdas of its type} */
    int number() {
      return number;
    }

    @Override
    public Set<LocalVariableBinding> captured() {
      return captured;
    }

    boolean usesThis() {
      return usesThis;
    }

    void useThis() {
      usesThis = true;
    }
  }

  void useAsserts(TypeDeclaration type) {
    asserting.add(type);
  }

  /** {@return whether code of a type asks if assertions are enabled} */
  boolean asserts(TypeDeclaration type) {
    return asserting.contains(type);
  }

  void add(TypePlan plan) {
    types.put(plan.declaration(), plan);
    if (plan.declaration().binding instanceof LocalTypeBinding) {
      localTypes.put(plan.declaration().sourceStart, plan);
    }
  }

  void add(FunctionalExpression expression, LambdaPlan plan) {
    lambdas.put(expression, plan);
  }

  TypePlan type(TypeDeclaration declaration) {
    TypePlan plan = types.get(declaration);
    if (plan == null) {
      throw new IllegalStateException("not in the outline: " + new String(declaration.name));
    }
    return plan;
  }

  /** {@return every type of the file, in source order} */
  List<TypePlan> types() {
    List<TypePlan> all = new ArrayList<>(types.values());
    all.sort((a, b) -> Integer.compare(a.declaration().sourceStart, b.declaration().sourceStart));
    return all;
  }

  @Nullable LambdaPlan lambda(FunctionalExpression expression) {
    return lambdas.get(expression);
  }

  /** {@return the plan of a local type of this file; a copy that the compiler made counts as it} */
  @Nullable TypePlan local(LocalTypeBinding type) {
    return localTypes.get(type.sourceStart);
  }

  TypeName name(LocalTypeBinding type) {
    TypePlan plan = local(type);
    if (plan != null) {
      return plan.name();
    }
    return new TypeName(
        new String(type.outermostEnclosingType().constantPoolName()).replace('/', '.')
            + "$"
            + type.sourceStart);
  }

  /** {@return whether objects of the type hold an instance of the type around it} */
  boolean hasOuter(ReferenceBinding type) {
    if (type instanceof LocalTypeBinding local) {
      TypePlan plan = local(local);
      return plan != null && plan.hasOuter();
    }
    return type.isMemberType() && !type.isStatic() && !type.isInterface() && !type.isEnum();
  }

  /** {@return the variables whose values objects of the type hold} */
  List<LocalVariableBinding> captured(ReferenceBinding type) {
    TypePlan plan = type instanceof LocalTypeBinding local ? local(local) : null;
    return plan == null ? List.of() : List.copyOf(plan.captured());
  }
}
