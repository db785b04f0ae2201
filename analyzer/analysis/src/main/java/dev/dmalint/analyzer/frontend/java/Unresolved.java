package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Names.FieldPlace;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * Names that the compiler found no declaration for. By the usual spelling a name that starts with a
 * capital is a type, any other a variable; a variable is taken from a static import, else from a
 * supertype that is missing, else from the type around.
 */
final class Unresolved {
  private final Body body;

  Unresolved(Body body) {
    this.body = body;
  }

  /**
   * What stands before an unresolved member.
   *
   * @param owner its type, as far as it is known
   * @param object its value; empty for a type
   * @param written the type's name as written, for a type that nothing declares
   * @param type the type, if it is declared and known
   */
  record Anchor(
      TypeName owner,
      Optional<Local> object,
      Optional<String> written,
      @Nullable TypeBinding type) {}

  FieldPlace variable(String name, int offset, @Nullable TypeBinding want) {
    Optional<FieldPlace> dropped = dropped(name);
    if (dropped.isPresent()) {
      return dropped.get();
    }
    Anchor base = home(name, offset);
    return place(base, name, want);
  }

  /** {@return a field of this class that the compiler dropped because its type is missing} */
  private Optional<FieldPlace> dropped(String name) {
    for (FieldDeclaration field : Trees.list(body.owner.plan().declaration().fields)) {
      if (field.binding == null && field.type != null && name.equals(new String(field.name))) {
        Optional<Local> object =
            field.isStatic() || !body.variables.hasSelf()
                ? Optional.empty()
                : Optional.of(body.variables.self().local());
        FieldName known = body.unit.members().unresolved(body.owner.name(), field);
        return Optional.of(new FieldPlace(object, known, null));
      }
    }
    return Optional.empty();
  }

  private FieldPlace place(Anchor base, String name, @Nullable TypeBinding want) {
    TypeBinding type = Erasure.isVoid(want) || Erasure.isNull(want) ? null : Erasure.of(want);
    return new FieldPlace(
        base.object(), new FieldName(base.owner(), name, body.unit.names().of(type)), type);
  }

  /** {@return where a member written without a qualifier probably comes from} */
  Anchor home(String member, int offset) {
    Optional<TypeName> imported = body.unit.imports().owner(member);
    if (imported.isPresent()) {
      TypeName owner = body.unit.names().undeclared(imported.get().text());
      body.unit.gaps().missingType(owner.text(), offset);
      return new Anchor(owner, Optional.empty(), Optional.of(owner.text()), null);
    }
    Optional<TypeName> missing = missingSupertype();
    if (missing.isPresent()) {
      Optional<Local> self =
          body.variables.hasSelf() ? Optional.of(body.variables.self().local()) : Optional.empty();
      return new Anchor(missing.get(), self, Optional.of(missing.get().text()), null);
    }
    List<TypeName> starred = body.unit.imports().owners();
    if (starred.size() == 1) {
      TypeName owner = body.unit.names().undeclared(starred.get(0).text());
      return new Anchor(owner, Optional.empty(), Optional.of(owner.text()), null);
    }
    body.unit.gaps().missingMember(body.owner.name().text(), member, offset);
    return new Anchor(body.owner.name(), Optional.empty(), Optional.empty(), null);
  }

  /** {@return the first supertype of the type around that nothing declares} */
  private Optional<TypeName> missingSupertype() {
    return body.unit.supertypes().missing(body.owner.binding()).map(body.unit.names()::undeclared);
  }

  FieldPlace field(FieldReference node, @Nullable TypeBinding want) {
    Anchor base = base(node.receiver);
    String name = new String(node.token);
    member(base, name, node.sourceEnd);
    return place(base, name, want);
  }

  private void member(Anchor base, String name, int offset) {
    if (base.written().isEmpty() && !base.owner().equals(TypeName.OBJECT)) {
      body.unit.gaps().missingMember(base.owner().text(), name, offset);
    }
  }

  /** {@return what stands before the dot, evaluated unless it is a type} */
  Anchor base(Expression receiver) {
    if (receiver instanceof NameReference name && !(name.binding instanceof LocalVariableBinding)) {
      Optional<Anchor> type = type(name);
      if (type.isPresent()) {
        return type.get();
      }
    }
    Value value = body.expressions.typed(receiver);
    TypeBinding type = value.type() == null ? Erasure.of(receiver.resolvedType) : value.type();
    return of(value.local(), type);
  }

  private Anchor of(Local local, @Nullable TypeBinding type) {
    TypeName owner = body.unit.names().of(type);
    Optional<String> written =
        Erasure.isMissing(type) && type != null ? Optional.of(simple(type)) : Optional.empty();
    return new Anchor(owner, Optional.of(local), written, type);
  }

  private static String simple(TypeBinding type) {
    return type instanceof ReferenceBinding reference
        ? Trees.dotted(reference.compoundName)
        : new String(type.readableName());
  }

  /** {@return the type that a name stands for, declared or not; empty if it seems a variable} */
  private Optional<Anchor> type(NameReference name) {
    if (name.binding instanceof TypeBinding type && name.binding.isValidBinding()) {
      return Optional.of(
          new Anchor(body.unit.names().of(type), Optional.empty(), Optional.empty(), null));
    }
    if (Names.isBound(name)) {
      return Optional.empty();
    }
    char[][] tokens =
        name instanceof QualifiedNameReference qualified
            ? qualified.tokens
            : new char[][] {((SingleNameReference) name).token};
    return typeLength(tokens, tokens.length) == tokens.length
        ? Optional.of(named(tokens, tokens.length, name.sourceStart))
        : Optional.empty();
  }

  private Anchor named(char[][] tokens, int length, int offset) {
    TypeBinding declared = declared(tokens[0]);
    String written = Trees.dotted(CharOperation.subarray(tokens, 0, length));
    if (length == 1 && declared != null) {
      return new Anchor(
          body.unit.names().of(declared), Optional.empty(), Optional.empty(), declared);
    }
    TypeName owner = body.unit.names().undeclared(written);
    body.unit.gaps().missingType(owner.text(), offset);
    return new Anchor(owner, Optional.empty(), Optional.of(written), null);
  }

  private @Nullable TypeBinding declared(char[] name) {
    TypeBinding found = body.owner.binding().scope.getType(name);
    return found != null && found.isValidBinding() && !Erasure.isMissing(found) ? found : null;
  }

  /** {@return how many of the first {@code limit} parts name a type; 0 if they name a variable} */
  private static int typeLength(char[][] tokens, int limit) {
    int first = 0;
    while (first < limit && !Character.isUpperCase(tokens[first][0])) {
      first++;
    }
    if (first == limit) {
      return 0;
    }
    int length = first + 1;
    while (length < limit && isTypeLike(tokens[length])) {
      length++;
    }
    return length;
  }

  private static boolean isTypeLike(char[] name) {
    String text = new String(name);
    return Character.isUpperCase(name[0])
        && (name.length == 1 || !text.equals(text.toUpperCase(java.util.Locale.ROOT)));
  }

  /** The field that a qualified name ends with, where it was not found. */
  FieldPlace qualified(QualifiedNameReference node, @Nullable TypeBinding want) {
    int last = node.tokens.length - 1;
    String name = new String(node.tokens[last]);
    if (node.binding instanceof LocalVariableBinding || Names.isFound(Names.fieldAt(node, 0))) {
      Value value = body.names.prefix(node, last);
      Anchor base = of(value.local(), value.type());
      member(base, name, node.sourceStart);
      return place(base, name, want);
    }
    int length = typeLength(node.tokens, last);
    if (length == 0) {
      return place(fields(node, 0, variableValue(node)), name, want);
    }
    Anchor base = named(node.tokens, length, node.sourceStart);
    if (length == last) {
      member(base, name, node.sourceStart);
      return place(base, name, want);
    }
    SourceSpan at = body.names.span(node, length);
    FieldPlace first = place(base, new String(node.tokens[length]), null);
    return place(fields(node, length, body.names.load(first, at)), name, want);
  }

  private Value variableValue(QualifiedNameReference node) {
    FieldPlace first = variable(new String(node.tokens[0]), node.sourceStart, null);
    return body.names.load(first, body.names.span(node, 0));
  }

  /** {@return the value of all parts but the last, of which those up to {@code index} are known} */
  private Anchor fields(QualifiedNameReference node, int index, Value first) {
    Value value = first;
    for (int i = index + 1; i < node.tokens.length - 1; i++) {
      value = step(value, node, i);
    }
    return of(value.local(), value.type());
  }

  /** {@return the unknown field at one position of a qualified name} */
  Value step(Value object, QualifiedNameReference node, int index) {
    Anchor base = of(object.local(), object.type());
    return body.names.load(
        place(base, new String(node.tokens[index]), null), body.names.span(node, index));
  }
}
