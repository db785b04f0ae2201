package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Field;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.FieldLoad;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.RecordComponent;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;

/**
 * What the language adds to a record: its fields, the canonical constructor and the accessors.
 * {@code equals}, {@code hashCode} and {@code toString} are left to whoever models the library.
 */
final class RecordParts {
  private static final MethodName OF_RECORD =
      Known.method("java.lang.Record", "<init>", TypeName.VOID);

  private final Unit unit;
  private final Owner owner;
  private final List<RecordComponent> components;
  private final SourceSpan at;

  RecordParts(Unit unit, Owner owner) {
    this.unit = unit;
    this.owner = owner;
    this.components = Trees.list(owner.plan().declaration().recordComponents);
    this.at = unit.positions().of(owner.plan().declaration());
  }

  private FieldName field(RecordComponent component) {
    return new FieldName(owner.name(), new String(component.name), type(component));
  }

  private TypeName type(RecordComponent component) {
    return component.binding == null
        ? unit.names().of(component.type)
        : unit.names().of(component.binding.type);
  }

  List<Field> fields() {
    Set<Flag> flags = EnumSet.of(Flag.PRIVATE, Flag.FINAL);
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : components) {
      fields.add(
          new Field(
              field(component),
              flags,
              new Annotations(unit).of(component.annotations),
              unit.positions().of(component)));
    }
    return fields;
  }

  /** {@return the implicit members that are not among the declared ones} */
  List<Method> missing(List<Method> declared) {
    Set<String> signatures =
        declared.stream().map(method -> method.name().signature()).collect(Collectors.toSet());
    List<Method> made = new ArrayList<>();
    String canonical =
        components.stream()
            .map(component -> type(component).text())
            .collect(Collectors.joining(",", "<init>(", ")"));
    if (!signatures.contains(canonical)) {
      made.add(constructor());
    }
    for (RecordComponent component : components) {
      if (!signatures.contains(new String(component.name) + "()")) {
        made.add(accessor(component));
      }
    }
    return made;
  }

  /** Declares the parameters of a compact constructor, which are not written. */
  void declare(MethodLowering lowering, ConstructorDeclaration node) {
    for (RecordComponent component : components) {
      Local local =
          lowering.parameter(
              new String(component.name),
              type(component),
              new Annotations(unit).of(component.annotations));
      LocalVariableBinding variable =
          node.scope == null ? null : node.scope.findVariable(component.name);
      if (variable != null) {
        lowering.body().variables.bind(variable, local);
      }
    }
  }

  private Method constructor() {
    MethodLowering lowering = new MethodLowering(unit, owner, false);
    for (RecordComponent component : components) {
      lowering.parameter(
          new String(component.name),
          type(component),
          new Annotations(unit).of(component.annotations));
    }
    Body body = lowering.body();
    new Known(body)
        .call(
            at, CallKind.SPECIAL, OF_RECORD, Optional.of(body.variables.self().local()), List.of());
    store(body, at);
    body.exits.fallOff(at);
    Set<Flag> flags = EnumSet.of(Flag.PUBLIC, Flag.SYNTHETIC);
    return lowering.method("<init>", TypeName.VOID, flags, List.of(), at);
  }

  /** Keeps the parameters of a canonical constructor, which follow {@code this}, in the fields. */
  void store(Body body, SourceSpan place) {
    Local self = body.variables.self().local();
    for (int i = 0; i < components.size(); i++) {
      Local value = body.code.locals().get(i + 1);
      body.add(new FieldStore(place, Optional.of(self), field(components.get(i)), value));
    }
  }

  private Method accessor(RecordComponent component) {
    SourceSpan place = unit.positions().of(component);
    MethodLowering lowering = new MethodLowering(unit, owner, false);
    Body body = lowering.body();
    Local value = body.temporary(type(component));
    Local self = body.variables.self().local();
    body.add(new FieldLoad(place, value, Optional.of(self), field(component)));
    body.code.end(new Terminator.Return(place, Optional.of(value)));
    Set<Flag> flags = EnumSet.of(Flag.PUBLIC, Flag.SYNTHETIC);
    return lowering.method(new String(component.name), type(component), flags, List.of(), place);
  }
}
