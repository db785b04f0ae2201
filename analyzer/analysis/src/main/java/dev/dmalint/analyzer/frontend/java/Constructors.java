package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;

/** Calls from one constructor to another, of the same class or of the superclass. */
final class Constructors {
  private static final MethodName OF_ENUM =
      Known.method("java.lang.Enum", "<init>", TypeName.VOID, TypeName.STRING, TypeName.INT);

  private final Body body;

  Constructors(Body body) {
    this.body = body;
  }

  void call(ExplicitConstructorCall node) {
    SourceSpan at = body.at(node);
    boolean isThis = node.accessMode == ExplicitConstructorCall.This;
    if (!isThis && isEnum(body.owner.binding()) && !body.owner.binding().isAnonymousType()) {
      superOfEnum(at);
      return;
    }
    List<Expression> arguments = Trees.list(node.arguments);
    boolean isLost = !isThis && Supertypes.isSuperclassMissing(body.owner.plan().declaration());
    if (isLost || !Calls.isFound(node.binding)) {
      unresolved(at, isThis, new Arguments(body).unknown(arguments));
      return;
    }
    ReferenceBinding type = (ReferenceBinding) node.binding.declaringClass.erasure();
    List<Local> values = leading(node, type, isThis, at);
    values.addAll(new Arguments(body).of(node.binding, arguments, at));
    values.addAll(body.creations.captured(type, at));
    boolean isSure = !body.unit.errors().atMethod(node.sourceStart);
    body.creations.construct(
        at,
        body.variables.self().local(),
        node.binding,
        values,
        isSure ? Certainty.RESOLVED : Certainty.GUESSED);
  }

  private void superOfEnum(SourceSpan at) {
    call(at, OF_ENUM, body.frame().enumArguments(), Certainty.RESOLVED);
  }

  private void call(
      SourceSpan at, MethodName constructor, List<Local> arguments, Certainty certainty) {
    body.add(
        new Call(
            at,
            Optional.empty(),
            CallKind.SPECIAL,
            constructor,
            Optional.of(body.variables.self().local()),
            arguments,
            certainty,
            List.of()));
  }

  private List<Local> leading(
      ExplicitConstructorCall node, ReferenceBinding type, boolean isThis, SourceSpan at) {
    List<Local> values = new ArrayList<>();
    if (isEnum(type)) {
      values.addAll(body.frame().enumArguments());
    }
    if (body.unit.outline().hasOuter(type)) {
      Optional<Local> own = isThis ? body.frame().outer() : body.frame().outerOfSuper();
      if (node.qualification != null) {
        Local outer = body.expressions.typed(node.qualification).local();
        new Known(body).requireObject(body.at(node.qualification), outer);
        values.add(
            body.expressions.kept(
                new Value(outer, null), body.at(node), Trees.list(node.arguments)));
      } else {
        values.add(
            own.or(() -> body.variables.outside(type.enclosingType(), at).map(Value::local))
                .orElseGet(() -> body.zero(at, type.enclosingType())));
      }
    }
    return values;
  }

  /** {@return whether constructors of the type take the name and ordinal of an enum constant} */
  static boolean isEnum(ReferenceBinding type) {
    ReferenceBinding superclass = type.isAnonymousType() ? type.superclass() : null;
    return superclass == null ? type.isEnum() : superclass.isEnum();
  }

  private void unresolved(SourceSpan at, boolean isThis, List<Local> arguments) {
    TypeName owner =
        isThis
            ? body.owner.name()
            : Supertypes.superclass(body.owner.plan().declaration(), body.unit.names())
                .orElse(TypeName.OBJECT);
    unresolvedSuper(at, owner, arguments);
  }

  /** Calls a constructor of which only the type is known. */
  void unresolvedSuper(SourceSpan at, TypeName owner, List<Local> arguments) {
    List<TypeName> types = arguments.stream().map(Local::type).toList();
    List<TypeName> candidates = body.unit.imports().candidates(owner.text());
    MethodName constructor = new MethodName(owner, "<init>", types, TypeName.VOID);
    body.add(
        new Call(
            at,
            Optional.empty(),
            CallKind.SPECIAL,
            constructor,
            Optional.of(body.variables.self().local()),
            arguments,
            Certainty.UNRESOLVED,
            candidates));
  }
}
