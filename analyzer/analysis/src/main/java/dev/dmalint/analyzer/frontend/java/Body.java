package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * One method body at work: its code, its variables, and the families of constructs that add to it.
 */
final class Body {
  /** More steps than any method that was written by hand has. */
  private static final int MOST_STEPS = 2_000_000;

  final Unit unit;
  final Owner owner;
  final Code code = new Code();
  final Variables variables;
  final Conversions conversions = new Conversions(this);
  final Expressions expressions = new Expressions(this);
  final Names names = new Names(this);
  final Operators operators = new Operators(this);
  final Conditions conditions = new Conditions(this);
  final Assignments assignments = new Assignments(this);
  final Arrays arrays = new Arrays(this);
  final Calls calls = new Calls(this);
  final Creations creations = new Creations(this);
  final Lambdas lambdas = new Lambdas(this);
  final Statements statements = new Statements(this);
  final Loops loops = new Loops(this);
  final Exits exits = new Exits(this);
  final Tries tries = new Tries(this);
  final Switches switches = new Switches(this);
  final Patterns patterns = new Patterns(this);

  private Frame frame = Frame.NONE;

  Body(Unit unit, Owner owner) {
    this.unit = unit;
    this.owner = owner;
    this.variables = new Variables(this);
  }

  void frame(Frame frame) {
    this.frame = frame;
  }

  /** {@return what the constructor at work was given besides its declared parameters} */
  Frame frame() {
    return frame;
  }

  SourceSpan at(ASTNode node) {
    return unit.positions().of(node);
  }

  Local temporary(@Nullable TypeBinding type) {
    return code.temporary(unit.names().of(type));
  }

  Local temporary(TypeName type) {
    return code.temporary(type);
  }

  void add(Instruction step) {
    code.add(step);
    if (code.size() > MOST_STEPS) {
      throw new IllegalStateException("a method grows past " + MOST_STEPS + " steps");
    }
  }

  Local constant(SourceSpan at, TypeName type, Literal literal) {
    Local target = code.temporary(type);
    add(new Instruction.Constant(at, target, literal));
    return target;
  }

  /** {@return the zero or null of a type} */
  Local zero(SourceSpan at, @Nullable TypeBinding type) {
    TypeName name = unit.names().of(Erasure.isVoid(type) ? null : type);
    Literal literal =
        switch (name.text()) {
          case "float", "double" -> new Literal.Floating(0);
          default -> name.isPrimitive() ? new Literal.Whole(0) : new Literal.Null();
        };
    return constant(at, name, literal);
  }

  /** A construct that is not followed: a step and a gap stand for it. */
  Value unlowered(
      ASTNode node, String construct, List<Local> operands, @Nullable TypeBinding type) {
    unit.gaps().notLowered(node.sourceStart, construct);
    Local target = temporary(Erasure.isVoid(type) ? null : type);
    add(new Instruction.Unlowered(at(node), Optional.of(target), operands, construct));
    return new Value(target, Erasure.isVoid(type) ? null : Erasure.of(type));
  }
}
