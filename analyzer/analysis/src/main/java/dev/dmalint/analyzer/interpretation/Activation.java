package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of one method: its blocks are run until nothing new reaches any of them. */
final class Activation implements Terminator.Visitor<Point> {
  /** How often one block is run before its method is given up as it stands. */
  private static final int MOST_VISITS = 40;

  /** How many rounds of loops with a known end are told apart. */
  private static final int MOST_TURNS = 8;

  private final Calls calls;
  private final Unit unit;
  private final Method method;
  private final Steps steps;
  private final Map<Node, Point> entries = new HashMap<>();
  private final Map<Node, Integer> visits = new HashMap<>();
  private final Set<Node> decided = new HashSet<>();
  private final PriorityQueue<Node> work;
  private final int[] rank;
  private @Nullable Point returned;
  private Value result = Value.NEVER;
  private @Nullable Point thrown;
  private Point point;
  private Node current = new Node(0, 0);

  Activation(Calls calls, Method method, Context context) {
    this.calls = calls;
    this.unit = calls.unit();
    this.method = method;
    this.steps = new Steps(calls, context);
    this.rank = unit.ranks(method);
    this.work =
        new PriorityQueue<>(
            (a, b) ->
                a.turn() != b.turn()
                    ? Integer.compare(a.turn(), b.turn())
                    : Integer.compare(rank[a.block()], rank[b.block()]));
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
    entries.put(current, entry);
    work.add(current);
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

  private void visit(Node node) {
    Point entry = Objects.requireNonNull(entries.get(node));
    if (entry.isDead() || gaveUp(node)) {
      return;
    }
    current = node;
    point = entry.copy();
    Block block = method.blocks().get(node.block());
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

  private boolean gaveUp(Node node) {
    boolean tooOften = visits.merge(node, 1, Integer::sum) > MOST_VISITS;
    boolean broke = !unit.spend(1 + method.blocks().get(node.block()).steps().size());
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
    Node node = new Node(next, turn(next));
    Point entry = entries.get(node);
    if (entry == null) {
      entries.put(node, from.copy());
      add(node);
    } else if (entry.join(from, unit::untouched)) {
      add(node);
    }
  }

  /** The next round of a loop whose end is known is a turn of its own, for the first few. */
  private int turn(int next) {
    boolean back = rank[next] <= rank[current.block()];
    boolean known = decided.contains(new Node(next, current.turn())) || decided.contains(current);
    return back && known && current.turn() < MOST_TURNS ? current.turn() + 1 : current.turn();
  }

  private void add(Node node) {
    if (!work.contains(node)) {
      work.add(node);
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
    if (!Operators.mayBeTrue(test).meets(Operators.mayBeFalse(test))) {
      decided.add(current);
    }
    Block block = method.blocks().get(current.block());
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
    return !(atom instanceof Atoms.Text) || atom.equals(label);
  }

  @Override
  public Point giveBack(Terminator.Return end) {
    end.value().ifPresent(local -> result = result.join(point.get(local)));
    end.value()
        .ifPresent(
            local -> calls.stated().returned(method, point.get(local), point.reach(), end.at()));
    if (returned == null) {
      returned = point.copy();
    } else {
      returned.join(point, unit::untouched);
    }
    return point;
  }

  @Override
  public Point raise(Terminator.Throw end) {
    Block block = method.blocks().get(current.block());
    if (block.handlers().isEmpty()) {
      leaveThrowing(point);
    } else {
      toHandlers(block, point);
    }
    return point;
  }

  /**
   * A block in one turn of the loops around it.
   *
   * @param block its index
   * @param turn how often control went back where it was known to
   */
  private record Node(int block, int turn) {}
}
