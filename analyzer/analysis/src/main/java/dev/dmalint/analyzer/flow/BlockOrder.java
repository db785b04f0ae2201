package dev.dmalint.analyzer.flow;

import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Terminator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** In which order a method's blocks are best visited: reverse postorder, handlers last. */
public final class BlockOrder {
  private static final Successors SUCCESSORS = new Successors();

  private BlockOrder() {}

  /** {@return the blocks that control goes to from {@code block} without an exception} */
  public static List<Integer> successors(Block block) {
    return block.end().accept(SUCCESSORS);
  }

  /** {@return the rank of each block, from 0; blocks that nothing reaches come last} */
  public static int[] ranks(Method method) {
    int count = method.blocks().size();
    int[] rank = new int[count];
    Arrays.fill(rank, -1);
    List<Integer> finished = new ArrayList<>();
    boolean[] seen = new boolean[count];
    walk(method, seen, finished);
    int next = 0;
    for (int i = finished.size() - 1; i >= 0; i--) {
      rank[finished.get(i)] = next++;
    }
    for (int block = 0; block < count; block++) {
      if (rank[block] < 0) {
        rank[block] = next++;
      }
    }
    return rank;
  }

  private static void walk(Method method, boolean[] seen, List<Integer> finished) {
    Deque<int[]> path = new ArrayDeque<>();
    path.push(new int[] {0, 0});
    seen[0] = true;
    while (!path.isEmpty()) {
      int[] top = path.element();
      List<Integer> next = exits(method.blocks().get(top[0]));
      if (top[1] == next.size()) {
        finished.add(top[0]);
        path.pop();
      } else {
        int block = next.get(top[1]++);
        if (!seen[block]) {
          seen[block] = true;
          path.push(new int[] {block, 0});
        }
      }
    }
  }

  private static List<Integer> exits(Block block) {
    List<Integer> result = new ArrayList<>();
    block.handlers().forEach(handler -> result.add(handler.next()));
    result.addAll(successors(block));
    return result;
  }

  /** Where each kind of end goes. */
  private static final class Successors implements Terminator.Visitor<List<Integer>> {
    @Override
    public List<Integer> jump(Terminator.Jump end) {
      return List.of(end.next());
    }

    @Override
    public List<Integer> branch(Terminator.Branch end) {
      return List.of(end.whenFalse(), end.whenTrue());
    }

    @Override
    public List<Integer> choose(Terminator.Switch end) {
      List<Integer> result = new ArrayList<>();
      result.add(end.otherwise());
      end.cases().forEach(each -> result.add(each.next()));
      return result;
    }

    @Override
    public List<Integer> giveBack(Terminator.Return end) {
      return List.of();
    }

    @Override
    public List<Integer> raise(Terminator.Throw end) {
      return List.of();
    }
  }
}
