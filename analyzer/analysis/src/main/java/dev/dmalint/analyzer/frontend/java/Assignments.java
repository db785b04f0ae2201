package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Names.FieldPlace;
import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.Instruction.ArrayLoad;
import dev.dmalint.analyzer.ir.Instruction.ArrayStore;
import dev.dmalint.analyzer.ir.Instruction.Concat;
import dev.dmalint.analyzer.ir.Instruction.Copy;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.ArrayReference;
import org.eclipse.jdt.internal.compiler.ast.Assignment;
import org.eclipse.jdt.internal.compiler.ast.CompoundAssignment;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.OperatorIds;
import org.eclipse.jdt.internal.compiler.ast.PostfixExpression;
import org.eclipse.jdt.internal.compiler.ast.PrefixExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Places that can be assigned, each evaluated once, and the assignments to them. */
final class Assignments {
  private final Body body;

  Assignments(Body body) {
    this.body = body;
  }

  /** Something that is read and written. */
  private sealed interface Place {
    /** {@return the erased type of what it holds; null if unknown} */
    @Nullable TypeBinding type();
  }

  private record Variable(Local local, @Nullable TypeBinding type) implements Place {}

  private record InField(FieldPlace field) implements Place {
    @Override
    public @Nullable TypeBinding type() {
      return field.type();
    }
  }

  private record InArray(Local array, Local index, @Nullable TypeBinding type) implements Place {}

  private record Nowhere(@Nullable TypeBinding type) implements Place {}

  /** {@return the type of a target; where it is unknown, that of the value, any number a long} */
  private @Nullable TypeBinding type(Expression target, Expression... values) {
    TypeBinding own = Erasure.of(target.resolvedType);
    if (own != null || values.length == 0) {
      return own;
    }
    TypeBinding given = Erasure.of(values[0].resolvedType);
    return Erasure.isWhole(given) ? TypeBinding.LONG : given;
  }

  private Place place(Expression target, Expression... later) {
    TypeBinding want = type(target, later);
    if (target instanceof SingleNameReference name) {
      return name.binding instanceof LocalVariableBinding variable
          ? variable(variable, target)
          : new InField(body.names.place(name, want));
    }
    if (target instanceof QualifiedNameReference name) {
      return field(body.names.place(name, want), target, later);
    }
    if (target instanceof FieldReference field) {
      return field(body.names.place(field, want), target, later);
    }
    if (target instanceof ArrayReference element) {
      return element(element, later);
    }
    body.expressions.effect(target);
    return new Nowhere(want);
  }

  private Place variable(LocalVariableBinding variable, Expression target) {
    Value value = body.variables.read(variable, body.at(target));
    return new Variable(value.local(), value.type());
  }

  /** A field whose object stays the one it was before {@code later} is evaluated. */
  private Place field(FieldPlace place, Expression target, Expression... later) {
    return new InField(
        new FieldPlace(
            place
                .object()
                .map(
                    object ->
                        body.expressions.kept(
                            new Value(object, null), body.at(target), List.of(later))),
            place.name(),
            place.type()));
  }

  private Place element(ArrayReference node, Expression... later) {
    SourceSpan at = body.at(node.receiver);
    Value array = body.expressions.typed(node.receiver);
    List<Expression> after = new ArrayList<>(List.of(later));
    after.add(node.position);
    Local base = body.expressions.kept(array, at, after);
    Value index = body.expressions.converted(node.position, TypeBinding.INT);
    int known = index.local().type().integralBits();
    Value whole = known == 0 ? body.conversions.to(TypeBinding.INT, index, at) : index;
    Local position = body.expressions.kept(whole, body.at(node.position), List.of(later));
    return new InArray(base, position, elementType(array));
  }

  private static @Nullable TypeBinding elementType(Value array) {
    return array.type() instanceof ArrayBinding type ? Erasure.of(type.elementsType()) : null;
  }

  private Value load(Place place, SourceSpan at) {
    if (place instanceof Variable variable) {
      return new Value(variable.local(), variable.type());
    }
    if (place instanceof InField field) {
      return body.names.load(field.field(), at);
    }
    if (place instanceof InArray element) {
      Local target = body.temporary(element.type());
      body.add(new ArrayLoad(at, target, element.array(), element.index()));
      return new Value(target, element.type());
    }
    return body.names.nothing(at, place.type());
  }

  /** {@return the value for a place; one of unknown type holds objects, and a number is boxed} */
  private Value fitting(Place place, Value value, SourceSpan at) {
    boolean isOpen =
        place.type() == null && !(place instanceof Nowhere) && Erasure.isPrimitive(value.type());
    boolean holdsObjects =
        !(place instanceof InField field) || field.field().name().type().isReference();
    return isOpen && holdsObjects
        ? body.conversions.to(body.unit.tree().scope.getJavaLangObject(), value, at)
        : value;
  }

  private void store(Place place, Local source, SourceSpan at) {
    if (place instanceof Variable variable) {
      body.add(new Copy(at, variable.local(), source));
    } else if (place instanceof InField field) {
      body.add(new FieldStore(at, field.field().object(), field.field().name(), source));
    } else if (place instanceof InArray element) {
      body.add(new ArrayStore(at, element.array(), element.index(), source));
    }
  }

  /** The element of an array. */
  Value read(ArrayReference node, @Nullable TypeBinding want) {
    Place place = element(node);
    if (place.type() == null && place instanceof InArray element) {
      TypeBinding type = Erasure.isVoid(want) || Erasure.isNull(want) ? null : Erasure.of(want);
      place = new InArray(element.array(), element.index(), type);
    }
    return load(place, body.at(node));
  }

  Value assign(Assignment node) {
    Place place = place(node.lhs, node.expression);
    Value value = body.expressions.converted(node.expression, place.type());
    SourceSpan at = body.unit.span(node.sourceStart, node.expression.sourceEnd);
    store(place, fitting(place, value, at).local(), at);
    return value;
  }

  Value postfix(PostfixExpression node) {
    Place place = place(node.lhs);
    Value before = load(place, body.at(node.lhs));
    Value kept =
        before.local().isTemporary()
            ? before
            : new Value(body.expressions.copy(before.local(), body.at(node)), before.type());
    update(node, place, before);
    return kept;
  }

  /** {@code x op= y}, {@code ++x} and {@code --x}. */
  Value compound(CompoundAssignment node) {
    Place place = place(node.lhs, node.expression);
    return update(node, place, load(place, body.at(node.lhs)));
  }

  private Value update(CompoundAssignment node, Place place, Value loaded) {
    SourceSpan at = body.at(node);
    Local left = body.expressions.kept(loaded, at, List.of(node.expression));
    Value before = new Value(left, loaded.type());
    Value after = isConcat(node, before) ? concat(node, before, at) : arithmetic(node, before, at);
    Value stored = body.conversions.to(place.type(), after, at);
    store(place, fitting(place, stored, at).local(), at);
    return stored;
  }

  private static boolean isConcat(CompoundAssignment node, Value before) {
    return node.operator == OperatorIds.PLUS
        && (before.local().type().equals(TypeName.STRING)
            || Operators.isString(node.lhs)
            || Operators.isString(node.expression));
  }

  private Value concat(CompoundAssignment node, Value before, SourceSpan at) {
    Value more = body.expressions.typed(node.expression);
    Local target = body.temporary(TypeName.STRING);
    body.add(new Concat(at, target, List.of(before.local(), more.local())));
    return new Value(target, body.operators.string());
  }

  private Value arithmetic(CompoundAssignment node, Value before, SourceSpan at) {
    BinaryOperator operator = Operators.operator(node.operator);
    Value left = body.conversions.to(node.lhs.resolvedType, before, at);
    if (node instanceof PostfixExpression || node instanceof PrefixExpression) {
      TypeBinding type = body.conversions.unboxed(left.type());
      TypeName name = body.unit.names().of(type == null ? TypeBinding.INT : type);
      Literal one = name.isIntegral() ? new Literal.Whole(1) : new Literal.Floating(1);
      Value step = new Value(body.constant(at, name, one), type);
      return body.operators.apply(operator, left, step, at);
    }
    TypeBinding want = Erasure.of(node.lhs.resolvedType);
    return body.operators.apply(operator, left, node.lhs, node.expression, want, at);
  }
}
