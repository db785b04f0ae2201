package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.LambdaPlan;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.Closure;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Parameter;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.Argument;
import org.eclipse.jdt.internal.compiler.ast.Block;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FunctionalExpression;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references: a closure, and a static method that holds the body. */
final class Lambdas {
  private static final Set<Flag> FLAGS = EnumSet.of(Flag.PRIVATE, Flag.STATIC, Flag.SYNTHETIC);
  private static final MethodName UNKNOWN =
      new MethodName(TypeName.OBJECT, "<unknown>", List.of(), TypeName.OBJECT);

  private final Body body;

  Lambdas(Body body) {
    this.body = body;
  }

  Value lambda(LambdaExpression node) {
    LambdaPlan plan = body.unit.outline().lambda(node);
    if (plan == null || node.scope == null) {
      return body.unlowered(node, "a lambda without any context", List.of(), node.resolvedType);
    }
    List<Local> captured = new ArrayList<>();
    List<LocalVariableBinding> variables = List.copyOf(plan.captured());
    boolean usesThis = plan.usesThis() && body.variables.hasSelf();
    if (usesThis) {
      captured.add(body.variables.self().local());
    }
    for (LocalVariableBinding variable : variables) {
      captured.add(body.variables.read(variable, body.at(node)).local());
    }
    MethodName name =
        body.owner.body(node).orElseGet(() -> new LambdaBody(node, plan, usesThis).lower());
    return closure(node, name, captured);
  }

  private Value closure(FunctionalExpression node, MethodName name, List<Local> captured) {
    MethodBinding descriptor = descriptor(node);
    TypeBinding type = descriptor == null ? null : Erasure.of(node.resolvedType);
    Local target = body.temporary(type);
    MethodName method = descriptor == null ? UNKNOWN : body.unit.members().method(descriptor);
    body.add(new Closure(body.at(node), target, method, name, captured));
    return new Value(target, type);
  }

  /** {@return the method of the interface; null where the interface is unknown} */
  static @Nullable MethodBinding descriptor(FunctionalExpression node) {
    MethodBinding found = node.descriptor;
    return found == null
            || !found.isValidBinding()
            || found.declaringClass == null
            || UnknownInterface.isOne(found.declaringClass)
        ? null
        : found;
  }

  /** The body of one lambda on its way into a method. */
  private final class LambdaBody {
    private final LambdaExpression node;
    private final LambdaPlan plan;
    private final boolean usesThis;
    private final Body inner = new Body(body.unit, body.owner);
    private final List<Parameter> parameters = new ArrayList<>();

    LambdaBody(LambdaExpression node, LambdaPlan plan, boolean usesThis) {
      this.node = node;
      this.plan = plan;
      this.usesThis = usesThis;
    }

    MethodName lower() {
      if (usesThis) {
        Local self = parameter("this", body.owner.name());
        inner.variables.self(self);
      }
      for (LocalVariableBinding variable : plan.captured()) {
        inner.variables.bind(variable, parameter(variable));
      }
      declareArguments();
      TypeName result = body.unit.names().of(result());
      List<TypeName> types = parameters.stream().map(each -> each.local().type()).toList();
      MethodName name = new MethodName(body.owner.name(), plan.name(), types, result);
      body.owner.reserve(node, name);
      statements();
      Method method =
          new Method(
              name,
              FLAGS,
              List.of(),
              Optional.empty(),
              parameters,
              inner.code.locals(),
              inner.code.finish(),
              inner.at(node));
      body.owner.addLambda(plan.number(), method);
      return name;
    }

    private Local parameter(String name, TypeName type) {
      Local local = inner.code.local(name, type);
      parameters.add(new Parameter(local, List.of()));
      return local;
    }

    private Local parameter(LocalVariableBinding variable) {
      return parameter(new String(variable.name), body.unit.names().of(variable.type));
    }

    private void declareArguments() {
      for (Argument argument : Trees.list(node.arguments)) {
        if (argument.binding == null) {
          parameter(new String(argument.name), TypeName.OBJECT);
        } else {
          inner.variables.bind(argument.binding, parameter(argument.binding));
        }
      }
    }

    private @Nullable TypeBinding result() {
      if (node.descriptor == null || node.descriptor.returnType == null) {
        return body.unit.tree().scope.getJavaLangObject();
      }
      return Erasure.of(node.descriptor.returnType);
    }

    private void statements() {
      SourceSpan at = inner.at(node.body());
      TypeBinding result = result();
      inner.exits.result(result);
      if (node.body() instanceof Block block) {
        inner.statements.block(block);
        inner.exits.fallOff(inner.unit.span(block.sourceEnd, block.sourceEnd));
      } else if (node.body() instanceof Expression expression) {
        if (Erasure.isVoid(result) || Erasure.isVoid(expression.resolvedType)) {
          inner.expressions.effect(expression);
          inner.exits.fallOff(at);
        } else {
          Value value = inner.expressions.converted(expression, result);
          inner.code.end(new Terminator.Return(at, Optional.of(value.local())));
        }
      } else {
        inner.exits.fallOff(at);
      }
    }
  }

  Value reference(ReferenceExpression node) {
    return new MethodReferences(body).lower(node);
  }

  Value reference(ReferenceExpression node, MethodName name, List<Local> captured) {
    return closure(node, name, captured);
  }

  static Set<Flag> flags() {
    return FLAGS;
  }
}
