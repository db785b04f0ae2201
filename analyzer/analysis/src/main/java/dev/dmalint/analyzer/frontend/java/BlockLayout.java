package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Block.Handler;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.Terminator.Case;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Gives drafts their final numbers, in the order they were begun: passes by empty blocks and drops
 * what cannot be reached.
 */
final class BlockLayout {
  private static final int NONE = -1;

  private final List<Code.Draft> drafts;
  private final List<Integer> order;
  private final int[] number;

  BlockLayout(List<Code.Draft> drafts, List<Integer> order) {
    this.drafts = drafts;
    this.order = order;
    this.number = new int[drafts.size()];
    Arrays.fill(number, NONE);
  }

  List<Block> blocks() {
    boolean[] reached = reach(order.get(0));
    int next = 0;
    for (int draft : order) {
      if (reached[draft]) {
        number[draft] = next++;
      }
    }
    List<Block> blocks = new ArrayList<>(next);
    for (int draft : order) {
      if (reached[draft]) {
        blocks.add(block(drafts.get(draft)));
      }
    }
    return blocks;
  }

  private boolean[] reach(int entry) {
    boolean[] reached = new boolean[drafts.size()];
    Deque<Integer> waiting = new ArrayDeque<>();
    waiting.add(entry);
    reached[entry] = true;
    while (!waiting.isEmpty()) {
      Code.Draft draft = drafts.get(waiting.remove());
      end(draft).accept(new Renumbering(target -> visit(target, reached, waiting)));
      if (mayThrow(draft)) {
        for (Handler handler : draft.handlers) {
          visit(handler.next(), reached, waiting);
        }
      }
    }
    return reached;
  }

  private int visit(int target, boolean[] reached, Deque<Integer> waiting) {
    int real = skip(target);
    if (!reached[real]) {
      reached[real] = true;
      waiting.add(real);
    }
    return real;
  }

  /** {@return where an empty block that only jumps leads to} */
  private int skip(int block) {
    int at = block;
    for (int hops = 0; hops < drafts.size(); hops++) {
      Code.Draft draft = drafts.get(at);
      if (!draft.steps.isEmpty() || !(draft.end instanceof Terminator.Jump jump)) {
        return at;
      }
      at = jump.next();
    }
    return at;
  }

  private static Terminator end(Code.Draft draft) {
    if (draft.end == null) {
      throw new IllegalStateException("a block without an end");
    }
    return draft.end;
  }

  /** A {@code throw} does, and a switch on a null selector. */
  private static boolean mayThrow(Code.Draft draft) {
    return !draft.steps.isEmpty()
        || draft.end instanceof Terminator.Throw
        || draft.end instanceof Terminator.Switch;
  }

  private Block block(Code.Draft draft) {
    IntUnaryOperator renumber = target -> number[skip(target)];
    List<Handler> handlers =
        mayThrow(draft)
            ? draft.handlers.stream()
                .map(handler -> new Handler(handler.types(), renumber.applyAsInt(handler.next())))
                .toList()
            : List.of();
    return new Block(draft.steps, end(draft).accept(new Renumbering(renumber)), handlers);
  }

  /** The same end with other block numbers. */
  private record Renumbering(IntUnaryOperator map) implements Terminator.Visitor<Terminator> {
    @Override
    public Terminator jump(Terminator.Jump end) {
      return new Terminator.Jump(end.at(), map.applyAsInt(end.next()));
    }

    @Override
    public Terminator branch(Terminator.Branch end) {
      return new Terminator.Branch(
          end.at(), end.test(), map.applyAsInt(end.whenTrue()), map.applyAsInt(end.whenFalse()));
    }

    @Override
    public Terminator choose(Terminator.Switch end) {
      List<Case> cases =
          end.cases().stream()
              .map(one -> new Case(one.label(), map.applyAsInt(one.next())))
              .toList();
      return new Terminator.Switch(
          end.at(), end.selector(), cases, map.applyAsInt(end.otherwise()));
    }

    @Override
    public Terminator giveBack(Terminator.Return end) {
      return end;
    }

    @Override
    public Terminator raise(Terminator.Throw end) {
      return end;
    }
  }
}
