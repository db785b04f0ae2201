package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Instruction.Binary;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.Terminator.Case;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.CaseStatement;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FakeDefaultLiteral;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.NullLiteral;
import org.eclipse.jdt.internal.compiler.ast.Pattern;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.impl.Constant;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** {@code switch} in all its forms: a table of labels, or a chain of tests where patterns stand. */
final class Switches {
  private final Body body;

  Switches(Body body) {
    this.body = body;
  }

  void statement(SwitchStatement node) {
    int next = body.code.newBlock();
    boolean exhaustive = node.containsPatterns || node.containsNull;
    body.exits.choice(next, () -> lower(node, next, exhaustive));
    body.code.jump(body.at(node), next);
    body.code.begin(next);
  }

  Value value(SwitchExpression node, @Nullable TypeBinding want) {
    TypeBinding own = Erasure.of(node.resolvedType);
    TypeBinding held = body.conversions.held(own, want, List.copyOf(node.resultExpressions()));
    Local result = body.temporary(held);
    int next = body.code.newBlock();
    body.exits.yielding(next, result, held, () -> lower(node, next, true));
    body.code.jump(body.at(node), next);
    body.code.begin(next);
    return new Value(result, held);
  }

  private void lower(SwitchStatement node, int next, boolean exhaustive) {
    Value selector = body.expressions.typed(node.expression);
    IdentityHashMap<CaseStatement, Integer> blocks = new IdentityHashMap<>();
    int otherwise = exhaustive ? body.code.newBlock() : next;
    boolean needsThrow = exhaustive;
    for (Statement statement : Trees.list(node.statements)) {
      if (statement instanceof CaseStatement label) {
        int block = body.code.newBlock();
        blocks.put(label, block);
        if (isDefault(label)) {
          otherwise = block;
          needsThrow = false;
        }
      }
    }
    if (isChain(node, selector)) {
      chain(node, selector, blocks, otherwise);
    } else {
      table(node, selector, blocks, otherwise);
    }
    if (needsThrow) {
      noMatch(node, otherwise);
    }
    groups(node, blocks, next);
  }

  private static int block(IdentityHashMap<CaseStatement, Integer> blocks, CaseStatement label) {
    return blocks.getOrDefault(label, 0);
  }

  private static boolean isDefault(CaseStatement label) {
    return label.constantExpressions.length == 0
        || List.of(label.constantExpressions).stream()
            .anyMatch(FakeDefaultLiteral.class::isInstance);
  }

  private static boolean isChain(SwitchStatement node, Value selector) {
    TypeBinding type = selector.type();
    boolean isWide =
        type != null
            && switch (type.id) {
              case TypeIds.T_long, TypeIds.T_float, TypeIds.T_double, TypeIds.T_boolean -> true;
              default -> false;
            };
    return (node.containsPatterns && hasPattern(node)) || isWide;
  }

  private static boolean hasPattern(SwitchStatement node) {
    return Trees.list(node.statements).stream()
        .filter(CaseStatement.class::isInstance)
        .map(CaseStatement.class::cast)
        .flatMap(label -> List.of(label.constantExpressions).stream())
        .anyMatch(Pattern.class::isInstance);
  }

  /** The statements under the labels, falling through from one to the next. */
  private void groups(
      SwitchStatement node, IdentityHashMap<CaseStatement, Integer> blocks, int next) {
    boolean isRule = false;
    for (Statement statement : Trees.list(node.statements)) {
      if (statement instanceof CaseStatement label) {
        int block = block(blocks, label);
        body.code.jump(body.at(label), isRule ? next : block);
        body.code.begin(block);
        isRule = label.isSwitchRule;
      } else {
        body.statements.lower(statement);
      }
    }
  }

  private void noMatch(SwitchStatement node, int block) {
    SourceSpan at = body.at(node.expression);
    body.code.begin(block);
    Local error =
        new Known(body)
            .create(
                at,
                Known.method("java.lang.IncompatibleClassChangeError", "<init>", TypeName.VOID),
                List.of());
    body.code.end(new Terminator.Throw(at, error));
  }

  private void table(
      SwitchStatement node,
      Value selector,
      IdentityHashMap<CaseStatement, Integer> blocks,
      int otherwise) {
    SourceSpan at = body.at(node.expression);
    TypeBinding unboxed = body.conversions.unboxed(selector.type());
    Value tested = selector;
    List<Case> cases = new ArrayList<>();
    for (Statement statement : Trees.list(node.statements)) {
      if (statement instanceof CaseStatement label) {
        for (Expression each : label.constantExpressions) {
          if (each instanceof NullLiteral) {
            nullCase(selector.local(), at, block(blocks, label));
          } else {
            label(each, selector)
                .ifPresent(name -> cases.add(new Case(name, block(blocks, label))));
          }
        }
      }
    }
    if (unboxed != null) {
      tested = body.conversions.to(TypeBinding.INT, selector, at);
    }
    body.code.end(new Terminator.Switch(at, tested.local(), cases, otherwise));
  }

  private void nullCase(Local selector, SourceSpan at, int block) {
    int next = body.code.newBlock();
    Local nothing = body.constant(at, selector.type(), new Literal.Null());
    Local isNull = body.temporary(TypeName.BOOLEAN);
    body.add(new Binary(at, isNull, BinaryOperator.EQUAL, selector, nothing));
    body.code.end(new Terminator.Branch(at, isNull, block, next));
    body.code.begin(next);
  }

  private Optional<Literal> label(Expression node, Value selector) {
    if (node instanceof FakeDefaultLiteral) {
      return Optional.empty();
    }
    Constant constant = Constants.of(node);
    if (constant != null) {
      boolean isText = constant.typeID() == TypeIds.T_JavaLangString;
      return Optional.of(
          isText
              ? new Literal.Text(constant.stringValue())
              : new Literal.Whole(constant.longValue()));
    }
    if (node instanceof NameReference name) {
      return Optional.of(new Literal.EnumLabel(enumConstant(name, selector)));
    }
    body.unlowered(node, "a label that is no constant", List.of(), null);
    return Optional.empty();
  }

  private FieldName enumConstant(NameReference node, Value selector) {
    if (node.binding instanceof FieldBinding field && Names.isFound(field)) {
      return body.unit.members().field(field);
    }
    char[] name =
        node instanceof QualifiedNameReference qualified
            ? qualified.tokens[qualified.tokens.length - 1]
            : ((SingleNameReference) node).token;
    TypeName type = body.unit.names().of(selector.type());
    return new FieldName(type, new String(name), type);
  }

  /** One test after the other; a null selector throws unless a label takes it. */
  private void chain(
      SwitchStatement node,
      Value selector,
      IdentityHashMap<CaseStatement, Integer> blocks,
      int otherwise) {
    SourceSpan at = body.at(node.expression);
    Local kept = body.expressions.copy(selector.local(), at);
    Value value = new Value(kept, selector.type());
    if (!node.containsNull && Erasure.isReference(selector.type())) {
      new Known(body).requireObject(at, kept);
    }
    for (Statement statement : Trees.list(node.statements)) {
      if (statement instanceof CaseStatement label) {
        for (Expression each : label.constantExpressions) {
          link(each, value, block(blocks, label));
        }
      }
    }
    body.code.jump(at, otherwise);
  }

  private void link(Expression node, Value value, int block) {
    SourceSpan at = body.at(node);
    int next = body.code.newBlock();
    if (node instanceof FakeDefaultLiteral) {
      return;
    }
    if (node instanceof Pattern pattern) {
      body.patterns.match(pattern, value, block, next);
      body.code.begin(next);
    } else if (node instanceof NullLiteral) {
      nullCase(value.local(), at, block);
    } else {
      Local same = equal(node, value, at);
      body.code.end(new Terminator.Branch(at, same, block, next));
      body.code.begin(next);
    }
  }

  private Local equal(Expression node, Value value, SourceSpan at) {
    Constant constant = Constants.of(node);
    if (constant != null && constant.typeID() == TypeIds.T_JavaLangString) {
      Local text = body.constant(at, TypeName.STRING, new Literal.Text(constant.stringValue()));
      return new Known(body)
          .call(
              at,
              dev.dmalint.analyzer.ir.Instruction.CallKind.VIRTUAL,
              Known.method("java.lang.String", "equals", TypeName.BOOLEAN, TypeName.OBJECT),
              Optional.of(text),
              List.of(value.local()));
    }
    if (node instanceof NameReference name && constant == null) {
      Names.FieldPlace place =
          new Names.FieldPlace(Optional.empty(), enumConstant(name, value), value.type());
      Local wanted = body.names.load(place, at).local();
      Local same = body.temporary(TypeName.BOOLEAN);
      body.add(new Binary(at, same, BinaryOperator.EQUAL, value.local(), wanted));
      return same;
    }
    return body.operators.apply(BinaryOperator.EQUAL, value, node, node, null, at).local();
  }
}
