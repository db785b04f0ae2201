package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Instruction.ArrayLength;
import dev.dmalint.analyzer.ir.Instruction.FieldLoad;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedSuperReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedThisReference;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.ThisReference;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Names of variables and fields, {@code this}, and fields of expressions, when they are read. */
final class Names {
  private final Body body;

  Names(Body body) {
    this.body = body;
  }

  /**
   * A field to read or write.
   *
   * @param object empty for a static field
   * @param type erased declared type; null where it is unknown
   */
  record FieldPlace(Optional<Local> object, FieldName name, @Nullable TypeBinding type) {}

  /** {@return whether an expression names a type and has no value} */
  static boolean isType(Expression node) {
    return node instanceof TypeReference
        || (node instanceof NameReference name && name.binding instanceof TypeBinding);
  }

  Value single(SingleNameReference node, @Nullable TypeBinding want) {
    if (node.binding instanceof LocalVariableBinding variable) {
      return body.variables.read(variable, body.at(node));
    }
    return load(place(node, want), body.at(node));
  }

  /** {@return the field that a simple name stands for} */
  FieldPlace place(SingleNameReference node, @Nullable TypeBinding want) {
    if (node.binding instanceof FieldBinding field && isFound(field)) {
      return own(node, field, body.at(node));
    }
    return new Unresolved(body).variable(new String(node.token), node.sourceStart, want);
  }

  static boolean isFound(@Nullable FieldBinding field) {
    return field != null && field.isValidBinding() && field.declaringClass != null;
  }

  /** A field without anything written before it: of this object or of one around it. */
  private FieldPlace own(NameReference node, FieldBinding field, SourceSpan at) {
    Optional<Local> object = Optional.empty();
    if (!field.isStatic()) {
      object = body.variables.around(node, field.declaringClass, at).map(Value::local);
    }
    return new FieldPlace(object, body.unit.members().field(field), type(field));
  }

  private static @Nullable TypeBinding type(FieldBinding field) {
    return Erasure.of(field.original().type);
  }

  Value load(FieldPlace place, SourceSpan at) {
    Local target = body.temporary(place.name().type());
    body.add(new FieldLoad(at, target, place.object(), place.name()));
    return new Value(target, place.type());
  }

  Value field(FieldReference node, @Nullable TypeBinding want) {
    if (node.binding == ArrayBinding.ArrayLength) {
      return length(body.expressions.typed(node.receiver), body.at(node));
    }
    return load(place(node, want), body.at(node));
  }

  private Value length(Value array, SourceSpan at) {
    Local target = body.temporary(TypeName.INT);
    body.add(new ArrayLength(at, target, array.local()));
    return new Value(target, TypeBinding.INT);
  }

  FieldPlace place(FieldReference node, @Nullable TypeBinding want) {
    FieldBinding field = node.binding;
    if (!isFound(field)) {
      return new Unresolved(body).field(node, want);
    }
    if (field.isStatic()) {
      if (!isType(node.receiver)) {
        body.expressions.effect(node.receiver);
      }
      return new FieldPlace(Optional.empty(), body.unit.members().field(field), type(field));
    }
    Value object = body.expressions.typed(node.receiver);
    return of(object, field, body.at(node));
  }

  /**
   * A field of an object, which is cast to the declaring type where its static type is too wide.
   */
  FieldPlace of(Value object, FieldBinding field, SourceSpan at) {
    Value holder = body.conversions.to(field.original().declaringClass, object, at);
    return new FieldPlace(
        Optional.of(holder.local()), body.unit.members().field(field), type(field));
  }

  Value qualified(QualifiedNameReference node, @Nullable TypeBinding want) {
    int last = node.tokens.length - 1;
    if (isLength(node)) {
      return length(typed(prefix(node, last), node, last - 1), span(node, last));
    }
    return load(place(node, want), span(node, last));
  }

  private static boolean isLength(QualifiedNameReference node) {
    FieldBinding[] others = node.otherBindings;
    return others != null
        && others.length > 0
        && others[others.length - 1] == ArrayBinding.ArrayLength;
  }

  /** {@return the field that a qualified name ends with; what stands before it is evaluated} */
  FieldPlace place(QualifiedNameReference node, @Nullable TypeBinding want) {
    int last = node.tokens.length - 1;
    FieldBinding field = fieldAt(node, last);
    if (field == null || !isFound(field)) {
      return new Unresolved(body).qualified(node, want);
    }
    int first = node.indexOfFirstFieldBinding;
    if (last < first) {
      return own(node, field, span(node, last));
    }
    if (field.isStatic()) {
      prefixEffect(node, last);
      return new FieldPlace(Optional.empty(), body.unit.members().field(field), type(field));
    }
    return of(typed(prefix(node, last), node, last - 1), field, span(node, last));
  }

  private void prefixEffect(QualifiedNameReference node, int last) {
    if (last >= node.indexOfFirstFieldBinding && !(node.binding instanceof TypeBinding)) {
      prefix(node, last);
    }
  }

  /** {@return the binding of the field at a position; null for a local, a type or an error} */
  static @Nullable FieldBinding fieldAt(QualifiedNameReference node, int index) {
    int first = node.indexOfFirstFieldBinding;
    if (index < first) {
      return node.binding instanceof FieldBinding field ? field : null;
    }
    FieldBinding[] others = node.otherBindings;
    return others == null || index - first >= others.length ? null : others[index - first];
  }

  /** {@return the value of the parts before position {@code end}} */
  Value prefix(QualifiedNameReference node, int end) {
    int first = node.indexOfFirstFieldBinding;
    Value value;
    if (node.binding instanceof LocalVariableBinding variable) {
      value = body.variables.read(variable, span(node, 0));
    } else {
      FieldBinding field = (FieldBinding) node.binding;
      value = load(own(node, field, span(node, first - 1)), span(node, first - 1));
    }
    for (int i = first; i < end; i++) {
      FieldBinding field = fieldAt(node, i);
      if (field == ArrayBinding.ArrayLength) {
        value = length(value, span(node, i));
      } else if (field == null || !isFound(field)) {
        return new Unresolved(body).step(value, node, i);
      } else {
        value = next(typed(value, node, i - 1), field, span(node, i));
      }
    }
    return value;
  }

  private Value next(Value object, FieldBinding field, SourceSpan at) {
    if (field.isStatic()) {
      return load(
          new FieldPlace(Optional.empty(), body.unit.members().field(field), type(field)), at);
    }
    return load(of(object, field, at), at);
  }

  /** A field of a type variable's type is used as what the variable stands for. */
  private Value typed(Value value, QualifiedNameReference node, int index) {
    FieldBinding field = fieldAt(node, index);
    return field == null || field == ArrayBinding.ArrayLength
        ? value
        : body.conversions.to(field.type, value, span(node, index));
  }

  SourceSpan span(QualifiedNameReference node, int index) {
    return body.unit.span(node.sourceStart, (int) node.sourcePositions[index]);
  }

  Value self(ThisReference node) {
    if (!body.variables.hasSelf()) {
      return body.unlowered(node, "'this' where there is none", List.of(), node.resolvedType);
    }
    return body.variables.self();
  }

  /** {@code Outer.this}; also {@code Type.super}, whose object is this or one around it. */
  Value outer(ThisReference node) {
    TypeBinding named =
        node instanceof QualifiedThisReference qualified
            ? Erasure.of(qualified.qualification.resolvedType)
            : null;
    Optional<Value> found = Optional.empty();
    boolean isOwn = node instanceof QualifiedSuperReference && named != null && named.isInterface();
    if (named instanceof ReferenceBinding && !isOwn) {
      found = body.variables.exactly(named, body.at(node));
    }
    return found.orElseGet(() -> self(node));
  }

  /** {@return the zero or null of a type, for a place that has no value} */
  Value nothing(SourceSpan at, @Nullable TypeBinding type) {
    Local local = body.zero(at, type);
    return new Value(local, Erasure.isPrimitive(type) ? type : null);
  }

  /** {@return whether a name was resolved to anything} */
  static boolean isBound(NameReference node) {
    Binding binding = node.binding;
    return binding != null && binding.isValidBinding();
  }
}
