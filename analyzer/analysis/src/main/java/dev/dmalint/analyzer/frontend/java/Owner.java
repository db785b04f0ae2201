package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.TypePlan;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.internal.compiler.ast.FunctionalExpression;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;

/** The type whose members are being lowered, and what its bodies add to it. */
final class Owner {
  private final TypePlan plan;
  private final Map<Integer, Method> lambdas = new TreeMap<>();
  private final IdentityHashMap<FunctionalExpression, MethodName> bodies = new IdentityHashMap<>();

  Owner(TypePlan plan) {
    this.plan = plan;
  }

  TypePlan plan() {
    return plan;
  }

  SourceTypeBinding binding() {
    return plan.declaration().binding;
  }

  TypeName name() {
    return plan.name();
  }

  /** {@return the method that holds a lambda's body, if it was lowered before} */
  Optional<MethodName> body(FunctionalExpression expression) {
    return Optional.ofNullable(bodies.get(expression));
  }

  void reserve(FunctionalExpression expression, MethodName body) {
    bodies.put(expression, body);
  }

  void addLambda(int number, Method body) {
    lambdas.put(number, body);
  }

  /** {@return the bodies of lambdas and method references, in source order} */
  List<Method> lambdas() {
    return List.copyOf(lambdas.values());
  }
}
