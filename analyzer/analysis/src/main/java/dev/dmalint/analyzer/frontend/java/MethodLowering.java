package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Annotation;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Parameter;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Argument;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;

/** One method, constructor or initialiser on its way from signature and body to IR. */
final class MethodLowering {
  private final Unit unit;
  private final Owner owner;
  private final Body body;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Local> captured = new ArrayList<>();
  private Optional<Local> self = Optional.empty();

  MethodLowering(Unit unit, Owner owner, boolean isStatic) {
    this.unit = unit;
    this.owner = owner;
    this.body = new Body(unit, owner);
    if (!isStatic) {
      Local receiver = body.code.local("this", owner.name());
      self = Optional.of(receiver);
      body.variables.self(receiver);
    }
  }

  Body body() {
    return body;
  }

  Local parameter(String name, TypeName type, List<Annotation> annotations) {
    Local local = body.code.local(name, type);
    parameters.add(new Parameter(local, annotations));
    return local;
  }

  /** Declares the written parameters. */
  void declare(Argument[] arguments) {
    for (Argument argument : Trees.list(arguments)) {
      TypeName type =
          argument.binding != null && argument.binding.type != null
              ? unit.names().of(argument.binding.type)
              : unit.names().of(argument.type);
      List<Annotation> annotations = new Annotations(unit).of(argument.annotations);
      Local local = parameter(new String(argument.name), type, annotations);
      if (argument.binding != null) {
        body.variables.bind(argument.binding, local);
      }
    }
  }

  /** Declares what a constructor takes before its written parameters. */
  void declareLeading() {
    SourceTypeBinding type = owner.binding();
    List<Local> enumArguments = new ArrayList<>();
    if (Constructors.isEnum(type)) {
      enumArguments.add(parameter("$name", TypeName.STRING, List.of()));
      enumArguments.add(parameter("$ordinal", TypeName.INT, List.of()));
    }
    Optional<Local> outer = Optional.empty();
    if (owner.plan().hasOuter()) {
      outer = Optional.of(parameter("this$0", unit.names().of(type.enclosingType()), List.of()));
    }
    Optional<Local> outerOfSuper =
        unit.members()
            .outerOfSuper(type)
            .map(around -> parameter("super$0", unit.names().of(around), List.of()));
    body.frame(new Frame(enumArguments, outer, outerOfSuper));
  }

  /** Declares the captured variables and keeps them, and the outer instance, in their fields. */
  void captureAll(SourceSpan at) {
    SourceTypeBinding type = owner.binding();
    for (LocalVariableBinding variable : owner.plan().captured()) {
      captured.add(
          parameter("val$" + new String(variable.name), unit.names().of(variable.type), List.of()));
    }
    Local object = self.orElseThrow();
    body.frame()
        .outer()
        .ifPresent(
            outer ->
                body.add(
                    new FieldStore(at, Optional.of(object), unit.members().outer(type), outer)));
    int i = 0;
    for (LocalVariableBinding variable : owner.plan().captured()) {
      body.add(
          new FieldStore(
              at, Optional.of(object), unit.members().captured(type, variable), captured.get(i++)));
    }
  }

  /** {@return the finished method} */
  Method method(
      String name, TypeName result, Set<Flag> flags, List<Annotation> annotations, SourceSpan at) {
    return method(name, result, flags, annotations, at, true);
  }

  Method method(
      String name,
      TypeName result,
      Set<Flag> flags,
      List<Annotation> annotations,
      SourceSpan at,
      boolean hasBody) {
    List<TypeName> types = parameters.stream().map(each -> each.local().type()).toList();
    return new Method(
        new MethodName(owner.name(), name, types, result),
        flags,
        annotations,
        self,
        parameters,
        body.code.locals(),
        hasBody ? body.code.finish() : List.of(),
        at);
  }

  /** {@return the span of a method's name} */
  static SourceSpan nameOf(Unit unit, AbstractMethodDeclaration method) {
    int length = Math.max(1, method.selector.length);
    return unit.span(method.sourceStart, method.sourceStart + length - 1);
  }
}
