package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Parameter;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.findings.Gap;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** One call of one method: its blocks are run until nothing new reaches any of them. */
final class Activation implements Terminator.Visitor<Point> {
  /** How often one block is run before its method is given up as it stands. */
  private static final int MOST_VISITS = 40;

  private final Calls calls;
  private final Unit unit;
  private final Method method;
  private final Steps steps;
  private final @Nullable Point[] entries;
  private final int[] visits;
  private final PriorityQueue<Integer> work;
  private @Nullable Point returned;
  private Value result = Value.NEVER;
  private @Nullable Point thrown;
  private Point point;
  private int current;

  Activation(Calls calls, Method method, Context context) {
    this.calls = calls;
    this.unit = calls.unit();
    this.method = method;
    this.steps = new Steps(calls, context);
    int count = method.blocks().size();
    this.entries = new @Nullable Point[count];
    this.visits = new int[count];
    int[] rank = unit.ranks(method);
    this.work = new PriorityQueue<>((a, b) -> Integer.compare(rank[a], rank[b]));
    this.point = Point.start(0, Heap.empty(unit.regions()), WorldSet.NONE);
  }

  /** {@return what the call leaves behind, entered with those values from that point} */
  Outcome run(Point caller, List<Value> values) {
    unit.recorder().visit(method);
    Point entry = Point.start(method.locals().size(), caller.heap(), caller.reach());
    int next = 0;
    if (method.receiver().isPresent() && next < values.size()) {
      entry.set(method.receiver().get(), values.get(next++));
    }
    for (Parameter parameter : method.parameters()) {
      Value unknown =
          unit.unknown(parameter.local().type(), parameter.local(), parameter.local().name());
      entry.set(parameter.local(), next < values.size() ? values.get(next) : unknown);
      next++;
    }
    entries[0] = entry;
    work.add(0);
    while (!work.isEmpty()) {
      visit(work.remove());
    }
    return outcome(caller);
  }

  private Outcome outcome(Point caller) {
    Heap left = returned == null ? caller.heap() : returned.heap();
    WorldSet returns = returned == null ? WorldSet.NONE : returned.reach();
    Heap broken = thrown == null ? caller.heap() : thrown.heap();
    WorldSet throwsIn = thrown == null ? WorldSet.NONE : thrown.reach();
    return new Outcome(result, left, returns, broken, throwsIn);
  }

  private void visit(int index) {
    Point entry = entries[index];
    if (entry == null || entry.isDead() || gaveUp(index)) {
      return;
    }
    current = index;
    point = entry.copy();
    Block block = method.blocks().get(index);
    for (Instruction step : block.steps()) {
      boolean mayThrow = step instanceof Instruction.Call;
      if (mayThrow) {
        toHandlers(block, point);
      }
      step.accept(steps.at(point));
      if (mayThrow) {
        afterCall(block);
      }
      if (point.isDead()) {
        return;
      }
    }
    block.end().accept(this);
  }

  private boolean gaveUp(int index) {
    boolean tooOften = ++visits[index] > MOST_VISITS;
    boolean broke = !unit.spend(1 + method.blocks().get(index).steps().size());
    if (tooOften || broke) {
      unit.recorder()
          .gap(
              Gap.Kind.BOUND,
              method.at(),
              tooOften
                  ? "'%s' was followed around its loops %d times and then no further"
                      .formatted(method.name().name(), MOST_VISITS)
                  : "the budget of steps ran out; '%s' and what it calls were not followed to the end"
                      .formatted(method.name().name()));
    }
    return tooOften || broke;
  }

  private void toHandlers(Block block, Point from) {
    for (Block.Handler handler : block.handlers()) {
      flow(handler.next(), from);
    }
  }

  private void afterCall(Block block) {
    WorldSet worlds = calls.takeThrown();
    if (worlds.isEmpty()) {
      return;
    }
    Point broken = point.copy();
    broken.resume(calls.thrownHeap().orElse(point.heap()), worlds);
    if (block.handlers().isEmpty()) {
      leaveThrowing(broken);
    } else {
      toHandlers(block, broken);
    }
  }

  private void leaveThrowing(Point from) {
    if (thrown == null) {
      thrown = from.copy();
    } else {
      thrown.join(from, unit::untouched);
    }
  }

  private void flow(int next, Point from) {
    if (from.isDead()) {
      return;
    }
    Point entry = entries[next];
    if (entry == null) {
      entries[next] = from.copy();
      add(next);
    } else if (entry.join(from, unit::untouched)) {
      add(next);
    }
  }

  private void add(int block) {
    if (!work.contains(block)) {
      work.add(block);
    }
  }

  @Override
  public Point jump(Terminator.Jump end) {
    flow(end.next(), point);
    return point;
  }

  @Override
  public Point branch(Terminator.Branch end) {
    Value test = point.get(end.test());
    Block block = method.blocks().get(current);
    Narrowing narrowing = new Narrowing(block, end.test(), unit);
    narrowing.record(point, end.at());
    Point whenTrue = point.copy();
    whenTrue.narrow(Operators.mayBeTrue(test));
    narrowing.apply(whenTrue, true);
    flow(end.whenTrue(), whenTrue);
    Point whenFalse = point.copy();
    whenFalse.narrow(Operators.mayBeFalse(test));
    narrowing.apply(whenFalse, false);
    flow(end.whenFalse(), whenFalse);
    return point;
  }

  @Override
  public Point choose(Terminator.Switch end) {
    Value selector = point.get(end.selector());
    List<Atom> labels = new ArrayList<>();
    for (Terminator.Case each : end.cases()) {
      Optional<Atom> label = Steps.label(each.label());
      Point branch = point.copy();
      if (label.isPresent()) {
        labels.add(label.get());
        branch.narrow(selector.worldsWith(atom -> mayEqual(atom, label.get())));
      }
      flow(each.next(), branch);
    }
    Point rest = point.copy();
    rest.narrow(selector.worldsWith(atom -> !labels.contains(atom)));
    flow(end.otherwise(), rest);
    return point;
  }

  private static boolean mayEqual(Atom atom, Atom label) {
    if (atom instanceof Whole number && label instanceof Whole wanted) {
      return (number.known() & (number.bits() ^ wanted.bits())) == 0;
    }
    return !(atom instanceof dev.dmalint.analyzer.heap.Atoms.Text) || atom.equals(label);
  }

  @Override
  public Point giveBack(Terminator.Return end) {
    end.value().ifPresent(local -> result = result.join(point.get(local)));
    if (returned == null) {
      returned = point.copy();
    } else {
      returned.join(point, unit::untouched);
    }
    return point;
  }

  @Override
  public Point raise(Terminator.Throw end) {
    Block block = method.blocks().get(current);
    if (block.handlers().isEmpty()) {
      leaveThrowing(point);
    } else {
      toHandlers(block, point);
    }
    return point;
  }
}
