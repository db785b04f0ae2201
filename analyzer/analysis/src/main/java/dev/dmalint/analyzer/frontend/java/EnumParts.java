package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Field;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.Allocate;
import dev.dmalint.analyzer.ir.Instruction.AllocateArray;
import dev.dmalint.analyzer.ir.Instruction.ArrayStore;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Cast;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Instruction.FieldLoad;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.Literal;
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
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;

/** What the language adds to an enum: its constants, {@code values} and {@code valueOf}. */
final class EnumParts {
  private static final TypeName CLASS = new TypeName("java.lang.Class");
  private static final TypeName ENUM = new TypeName("java.lang.Enum");
  private static final Set<Flag> MADE = EnumSet.of(Flag.PUBLIC, Flag.STATIC, Flag.SYNTHETIC);

  private final Unit unit;
  private final Owner owner;
  private final SourceSpan at;
  private final List<FieldName> constants = new ArrayList<>();

  EnumParts(Unit unit, Owner owner) {
    this.unit = unit;
    this.owner = owner;
    this.at = unit.positions().of(owner.plan().declaration());
  }

  private FieldName values() {
    return new FieldName(owner.name(), "$VALUES", owner.name().array());
  }

  Field valuesField() {
    Set<Flag> flags = EnumSet.of(Flag.PRIVATE, Flag.STATIC, Flag.FINAL, Flag.SYNTHETIC);
    return new Field(values(), flags, List.of(), at);
  }

  /** Makes one constant and keeps it in its field. */
  void constant(Body body, FieldDeclaration field, int ordinal) {
    SourceSpan place = unit.positions().of(field);
    if (!(field.initialization instanceof AllocationExpression node) || field.binding == null) {
      unit.gaps().notLowered(field.sourceStart, "an enum constant");
      return;
    }
    TypeBinding type = owner.binding();
    if (node instanceof QualifiedAllocationExpression withBody
        && withBody.anonymousType != null
        && withBody.anonymousType.binding != null) {
      type = withBody.anonymousType.binding;
    }
    TypeName name = unit.names().of(type);
    Local object = body.temporary(name);
    body.add(new Allocate(place, object, name));
    List<Local> arguments = new ArrayList<>();
    arguments.add(body.constant(place, TypeName.STRING, new Literal.Text(new String(field.name))));
    arguments.add(body.constant(place, TypeName.INT, new Literal.Whole(ordinal)));
    List<Expression> written = Trees.list(node.arguments);
    if (Calls.isFound(node.binding)) {
      arguments.addAll(new Arguments(body).of(node.binding, written, place));
      body.creations.construct(place, object, node.binding, arguments, Certainty.RESOLVED);
    } else {
      arguments.addAll(new Arguments(body).unknown(written));
      body.creations.constructUnresolved(place, object, arguments);
    }
    FieldName stored = unit.members().field(field.binding);
    constants.add(stored);
    body.add(new FieldStore(place, Optional.empty(), stored, object));
  }

  /** Keeps all constants in the array that {@code values} copies. */
  void storeValues(Body body, SourceSpan place) {
    Local length = body.constant(place, TypeName.INT, new Literal.Whole(constants.size()));
    Local array = body.temporary(owner.name().array());
    body.add(new AllocateArray(place, array, owner.name().array(), List.of(length)));
    for (int i = 0; i < constants.size(); i++) {
      Local index = body.constant(place, TypeName.INT, new Literal.Whole(i));
      Local value = body.temporary(owner.name());
      body.add(new FieldLoad(place, value, Optional.empty(), constants.get(i)));
      body.add(new ArrayStore(place, array, index, value));
    }
    body.add(new FieldStore(place, Optional.empty(), values(), array));
  }

  List<Method> methods() {
    return List.of(valuesMethod(), valueOf());
  }

  private Method valuesMethod() {
    MethodLowering lowering = new MethodLowering(unit, owner, true);
    Body body = lowering.body();
    Local all = body.temporary(owner.name().array());
    body.add(new FieldLoad(at, all, Optional.empty(), values()));
    MethodName clone = Known.method("java.lang.Object", "clone", TypeName.OBJECT);
    Local copy = new Known(body).call(at, CallKind.VIRTUAL, clone, Optional.of(all), List.of());
    giveBack(body, copy, owner.name().array());
    return lowering.method("values", owner.name().array(), MADE, List.of(), at);
  }

  private Method valueOf() {
    MethodLowering lowering = new MethodLowering(unit, owner, true);
    Local name = lowering.parameter("name", TypeName.STRING, List.of());
    Body body = lowering.body();
    Local type = body.constant(at, CLASS, new Literal.TypeOf(owner.name()));
    MethodName find = Known.method("java.lang.Enum", "valueOf", ENUM, CLASS, TypeName.STRING);
    Local found =
        new Known(body).call(at, CallKind.STATIC, find, Optional.empty(), List.of(type, name));
    giveBack(body, found, owner.name());
    return lowering.method("valueOf", owner.name(), MADE, List.of(), at);
  }

  private void giveBack(Body body, Local value, TypeName type) {
    Local result = body.temporary(type);
    body.add(new Cast(at, result, value, type));
    body.code.end(new Terminator.Return(at, Optional.of(result)));
  }
}
