package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.LambdaPlan;
import dev.dmalint.analyzer.ir.Instruction.Allocate;
import dev.dmalint.analyzer.ir.Instruction.AllocateArray;
import dev.dmalint.analyzer.ir.Instruction.ArrayStore;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Parameter;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Method references: a closure over a method that calls what is referred to. */
final class MethodReferences {
  private final Body body;

  MethodReferences(Body body) {
    this.body = body;
  }

  Value lower(ReferenceExpression node) {
    LambdaPlan plan = body.unit.outline().lambda(node);
    if (plan == null) {
      return body.unlowered(node, "a method reference", List.of(), node.resolvedType);
    }
    boolean isConstructor = node.isConstructorReference();
    List<Value> captured = isConstructor ? constructorValues(node) : receiver(node);
    MethodName name =
        body.owner.body(node).orElseGet(() -> new ReferenceBody(node, plan, captured).lower());
    return body.lambdas.reference(node, name, captured.stream().map(Value::local).toList());
  }

  private List<Value> receiver(ReferenceExpression node) {
    if (Names.isType(node.lhs) || (!node.haveReceiver && node.lhs.resolvedType == null)) {
      return List.of();
    }
    Value value = body.expressions.typed(node.lhs);
    boolean isSelf = node.lhs.isThis() || node.lhs.isSuper();
    if (!isSelf && Erasure.isReference(value.type())) {
      new Known(body).requireObject(body.at(node.lhs), value.local());
    }
    return List.of(value);
  }

  private List<Value> constructorValues(ReferenceExpression node) {
    List<Value> values = new ArrayList<>();
    if (Erasure.of(node.lhs.resolvedType) instanceof ReferenceBinding type) {
      SourceSpan at = body.at(node);
      if (body.unit.outline().hasOuter(type)) {
        values.add(new Value(body.creations.outerOf(type, at), type.enclosingType()));
      }
      for (Local local : body.creations.captured(type, at)) {
        values.add(new Value(local, null));
      }
    }
    return values;
  }

  /** The body of one method reference on its way into a method. */
  private final class ReferenceBody {
    private final ReferenceExpression node;
    private final LambdaPlan plan;
    private final Body inner = new Body(body.unit, body.owner);
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Value> captured = new ArrayList<>();
    private final List<Value> arguments = new ArrayList<>();
    private final SourceSpan at;
    private final @Nullable TypeBinding result;

    ReferenceBody(ReferenceExpression node, LambdaPlan plan, List<Value> values) {
      this.node = node;
      this.plan = plan;
      this.at = inner.at(node);
      MethodBinding descriptor = Lambdas.descriptor(node);
      this.result =
          descriptor == null
              ? body.unit.tree().scope.getJavaLangObject()
              : Erasure.of(descriptor.returnType);
      values.forEach(value -> captured.add(parameter(value.local().type(), value.type())));
      if (descriptor == null && captured.isEmpty() && isUnbound()) {
        TypeBinding type = Erasure.of(node.binding.original().declaringClass);
        arguments.add(parameter(body.unit.names().of(type), type));
      }
      if (descriptor == null && node.isArrayConstructorReference()) {
        arguments.add(parameter(TypeName.INT, TypeBinding.INT));
      }
      TypeBinding[] types = descriptor == null ? expected() : descriptor.parameters;
      for (TypeBinding type : Trees.list(types)) {
        arguments.add(parameter(body.unit.names().of(type), Erasure.of(type)));
      }
    }

    private boolean isUnbound() {
      return Calls.isFound(node.binding)
          && !node.binding.isStatic()
          && !node.binding.isConstructor();
    }

    /** {@return the types of arguments where the interface is unknown but the method is not} */
    private TypeBinding @Nullable [] expected() {
      return Calls.isFound(node.binding) ? node.binding.parameters : null;
    }

    private Value parameter(TypeName name, @Nullable TypeBinding type) {
      Local local = inner.code.local("p" + parameters.size(), name);
      parameters.add(new Parameter(local, List.of()));
      return new Value(local, type);
    }

    MethodName lower() {
      List<TypeName> types = parameters.stream().map(each -> each.local().type()).toList();
      MethodName name =
          new MethodName(body.owner.name(), plan.name(), types, body.unit.names().of(result));
      body.owner.reserve(node, name);
      giveBack(call());
      Method method =
          new Method(
              name,
              Lambdas.flags(),
              List.of(),
              Optional.empty(),
              parameters,
              inner.code.locals(),
              inner.code.finish(),
              at);
      body.owner.addLambda(plan.number(), method);
      return name;
    }

    private void giveBack(Optional<Value> value) {
      Optional<Local> given = Optional.empty();
      if (!Erasure.isVoid(result)) {
        given =
            Optional.of(
                value
                    .map(each -> inner.conversions.to(result, each, at).local())
                    .orElseGet(() -> inner.zero(at, result)));
      }
      inner.code.end(new Terminator.Return(at, given));
    }

    private Optional<Value> call() {
      TypeBinding type = Erasure.of(node.lhs.resolvedType);
      boolean makesArray = node.isArrayConstructorReference() && !arguments.isEmpty();
      if (makesArray && type instanceof ArrayBinding) {
        return Optional.of(array(type));
      }
      if (!Calls.isFound(node.binding)) {
        return Optional.of(unresolved(type));
      }
      return node.isConstructorReference() && type instanceof ReferenceBinding created
          ? Optional.of(create(created))
          : invoke(node.binding);
    }

    private Value array(TypeBinding type) {
      TypeName name = body.unit.names().of(type);
      Local target = inner.temporary(name);
      Value length = inner.conversions.to(TypeBinding.INT, arguments.get(0), at);
      inner.add(new AllocateArray(at, target, name, List.of(length.local())));
      return new Value(target, type);
    }

    private Value create(ReferenceBinding type) {
      TypeName name = body.unit.names().of(type);
      Local target = inner.temporary(name);
      inner.add(new Allocate(at, target, name));
      int outers = body.unit.outline().hasOuter(type) ? 1 : 0;
      List<Local> values = new ArrayList<>();
      captured.subList(0, outers).forEach(value -> values.add(value.local()));
      values.addAll(converted(node.binding, arguments));
      captured.subList(outers, captured.size()).forEach(value -> values.add(value.local()));
      inner.creations.construct(at, target, node.binding, values, Certainty.RESOLVED);
      return new Value(target, type);
    }

    private Optional<Value> invoke(MethodBinding method) {
      List<Value> rest = new ArrayList<>(captured);
      rest.addAll(arguments);
      Optional<Local> receiver = Optional.empty();
      if (!method.isStatic() && !rest.isEmpty()) {
        Value first = rest.remove(0);
        receiver =
            Optional.of(inner.conversions.to(method.original().declaringClass, first, at).local());
      } else if (method.isStatic() && !captured.isEmpty()) {
        rest.remove(0);
      }
      CallKind kind = Calls.kind(method, node.lhs.isSuper());
      return inner
          .calls
          .emit(at, kind, method, receiver, converted(method, rest), Certainty.RESOLVED)
          .map(value -> inner.conversions.to(method.returnType, value, at));
    }

    private List<Local> converted(MethodBinding method, List<Value> values) {
      TypeBinding[] types = method.original().parameters;
      List<Local> locals = new ArrayList<>();
      boolean packs = method.isVarargs() && !fits(types, values);
      int fixed = packs ? types.length - 1 : Math.min(types.length, values.size());
      for (int i = 0; i < fixed && i < values.size(); i++) {
        locals.add(inner.conversions.to(types[i], values.get(i), at).local());
      }
      if (packs) {
        locals.add(
            packed(types[fixed], values.subList(Math.min(fixed, values.size()), values.size())));
      }
      return locals;
    }

    private boolean fits(TypeBinding[] types, List<Value> values) {
      if (types.length != values.size()) {
        return false;
      }
      TypeBinding last = values.get(values.size() - 1).type();
      return last != null && last.isCompatibleWith(types[types.length - 1].erasure());
    }

    private Local packed(TypeBinding array, List<Value> values) {
      TypeName name = body.unit.names().of(array);
      Local length = inner.constant(at, TypeName.INT, new Literal.Whole(values.size()));
      Local target = inner.temporary(name);
      inner.add(new AllocateArray(at, target, name, List.of(length)));
      TypeBinding element =
          Erasure.of(array) instanceof ArrayBinding type ? type.elementsType() : null;
      for (int i = 0; i < values.size(); i++) {
        Local index = inner.constant(at, TypeName.INT, new Literal.Whole(i));
        Local value = inner.conversions.to(element, values.get(i), at).local();
        inner.add(new ArrayStore(at, target, index, value));
      }
      return target;
    }

    private Value unresolved(@Nullable TypeBinding type) {
      List<Value> rest = new ArrayList<>(captured);
      rest.addAll(arguments);
      Optional<Local> receiver =
          captured.isEmpty() ? Optional.empty() : Optional.of(rest.remove(0).local());
      List<Local> values = rest.stream().map(Value::local).toList();
      Unresolved.Anchor base =
          type == null && node.lhs instanceof NameReference
              ? new Unresolved(inner).base(node.lhs)
              : new Unresolved.Anchor(body.unit.names().of(type), receiver, Optional.empty(), type);
      MethodName callee =
          new MethodName(
              base.owner(),
              node.isConstructorReference() ? "<init>" : new String(node.selector),
              values.stream().map(Local::type).toList(),
              TypeName.OBJECT);
      Local target = inner.temporary(TypeName.OBJECT);
      inner.add(
          new Call(
              at,
              Optional.of(target),
              receiver.isPresent() ? CallKind.VIRTUAL : CallKind.STATIC,
              callee,
              receiver,
              values,
              Certainty.UNRESOLVED,
              base.written().map(body.unit.imports()::candidates).orElse(List.of())));
      return new Value(target, null);
    }
  }
}
