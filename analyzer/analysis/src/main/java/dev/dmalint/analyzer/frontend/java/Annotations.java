package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Annotation;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ArrayInitializer;
import org.eclipse.jdt.internal.compiler.ast.ClassLiteralAccess;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.MemberValuePair;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;

/** Annotations with the values that are constants. */
final class Annotations {
  private final Unit unit;

  Annotations(Unit unit) {
    this.unit = unit;
  }

  List<Annotation> of(org.eclipse.jdt.internal.compiler.ast.Annotation[] written) {
    List<Annotation> all = new ArrayList<>();
    for (org.eclipse.jdt.internal.compiler.ast.Annotation each : Trees.list(written)) {
      TreeMap<String, List<Literal>> values = new TreeMap<>();
      for (MemberValuePair pair : Trees.list(each.memberValuePairs())) {
        List<Literal> literals = literals(pair.value);
        if (!literals.isEmpty()) {
          values.put(new String(pair.name), literals);
        }
      }
      all.add(new Annotation(unit.names().of(each.type), values));
    }
    return all;
  }

  private List<Literal> literals(Expression value) {
    List<Literal> literals = new ArrayList<>();
    if (value instanceof ArrayInitializer array) {
      for (Expression element : Trees.list(array.expressions)) {
        literals.addAll(literals(element));
      }
    } else {
      literal(value).ifPresent(literals::add);
    }
    return literals;
  }

  private Optional<Literal> literal(Expression value) {
    Constant constant = Constants.of(value);
    if (constant != null) {
      TypeName type = unit.names().of(Constants.type(constant, value));
      return Optional.of(Constants.literal(constant, type));
    }
    if (value instanceof ClassLiteralAccess type) {
      return Optional.of(new Literal.TypeOf(unit.names().of(type.type)));
    }
    if (value instanceof QualifiedNameReference name) {
      return Optional.of(new Literal.EnumLabel(constantName(name)));
    }
    if (value instanceof SingleNameReference name) {
      return constantName(name).map(Literal.EnumLabel::new);
    }
    return Optional.empty();
  }

  private FieldName constantName(QualifiedNameReference node) {
    int last = node.tokens.length - 1;
    FieldBinding field = Names.fieldAt(node, last);
    if (field != null && Names.isFound(field)) {
      return unit.members().field(field);
    }
    TypeName owner =
        unit.names().undeclared(Trees.dotted(CharOperation.subarray(node.tokens, 0, last)));
    return new FieldName(owner, new String(node.tokens[last]), owner);
  }

  private Optional<FieldName> constantName(SingleNameReference node) {
    if (node.binding instanceof FieldBinding field && Names.isFound(field)) {
      return Optional.of(unit.members().field(field));
    }
    String name = new String(node.token);
    return unit.imports().owner(name).map(owner -> new FieldName(owner, name, owner));
  }
}
