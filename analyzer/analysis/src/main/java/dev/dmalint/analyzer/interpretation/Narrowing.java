package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atoms.FailedObject;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.UnaryOperator;
import dev.dmalint.analyzer.space.FailedUse;
import dev.dmalint.analyzer.space.Failure;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;

/** What a branch says about the locals that its test compares. */
final class Narrowing {
  private final Block block;
  private final Unit unit;
  private final Optional<Instruction.Binary> comparison;
  private final boolean inverted;
  private final Local test;

  Narrowing(Block block, Local test, Unit unit) {
    this.block = block;
    this.unit = unit;
    this.test = test;
    Local sought = test;
    boolean not = false;
    Optional<Instruction.Binary> found = Optional.empty();
    List<Instruction> steps = block.steps();
    for (int i = steps.size() - 1; i >= 0 && found.isEmpty(); i--) {
      Instruction step = steps.get(i);
      if (step instanceof Instruction.Copy copy && copy.target().equals(sought)) {
        sought = copy.source();
      } else if (step instanceof Instruction.Unary unary
          && unary.target().equals(sought)
          && unary.operator() == UnaryOperator.NOT) {
        sought = unary.operand();
        not = !not;
      } else if (step instanceof Instruction.Binary binary && binary.target().equals(sought)) {
        found = Optional.of(binary);
      }
    }
    this.comparison = found;
    this.inverted = not;
  }

  /** Records that an object is tested which a construction failed to give. */
  void record(Point point, SourceSpan at) {
    comparison.ifPresent(
        step -> {
          record(point, step.left(), step.at());
          record(point, step.right(), step.at());
        });
  }

  private void record(Point point, Local side, SourceSpan at) {
    if (!side.type().isReference()) {
      return;
    }
    point
        .get(side)
        .forEach(
            (atom, worlds) -> {
              if (atom instanceof FailedObject failed
                  && failed.failure() instanceof Failure failure) {
                unit.recorder().use(failure, at, FailedUse.Kind.REFUSAL, worlds);
              }
            });
  }

  /** Drops from the compared locals what cannot be where the test went that way. */
  void apply(Point point, boolean way) {
    if (comparison.isEmpty() || point.isDead()) {
      narrow(point, test, Whole.of(way), true);
      return;
    }
    Instruction.Binary step = comparison.get();
    boolean equal = step.operator() == BinaryOperator.EQUAL;
    if (!equal && step.operator() != BinaryOperator.NOT_EQUAL) {
      return;
    }
    boolean same = equal == (way != inverted);
    narrow(point, step.left(), point.get(step.right()), same);
    narrow(point, step.right(), point.get(step.left()), same);
  }

  private static void narrow(Point point, Local local, Whole value, boolean same) {
    Value now = point.get(local);
    point.set(
        local,
        same
            ? now.map(atom -> atom instanceof Whole number && !number.isConstant() ? value : atom)
            : now);
  }

  private void narrow(Point point, Local local, Value other, boolean same) {
    for (Local alias : aliases(local)) {
      if (other.atoms().size() == 1 && Cells.isNull(other.atoms().get(0))) {
        point.set(
            alias, point.get(alias).only(atom -> !Cells.isNull(atom) != same || isOpen(atom)));
      } else if (same
          && other.atoms().size() == 1
          && other.atoms().get(0) instanceof Whole number
          && number.isConstant()) {
        narrow(point, alias, number, true);
      }
    }
  }

  private static boolean isOpen(dev.dmalint.analyzer.heap.Atom atom) {
    return atom instanceof dev.dmalint.analyzer.heap.Atoms.Anything;
  }

  /** The compared temporary, and the variable that it was copied from in this block. */
  private List<Local> aliases(Local local) {
    List<Instruction> steps = block.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Instruction.Copy copy && copy.target().equals(local)) {
        return List.of(local, copy.source());
      }
    }
    return List.of(local);
  }
}
