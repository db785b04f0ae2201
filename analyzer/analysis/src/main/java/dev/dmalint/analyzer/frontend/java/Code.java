package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Block.Handler;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one method while they grow. Blocks have numbers from {@link #newBlock()} on; the
 * numbers are made dense, and what cannot be reached is left out, at the end.
 */
final class Code {
  private final List<Local> locals = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  private List<Handler> handlers = List.of();
  private @Nullable Draft open;
  private int size;

  /** A block that is not finished. */
  static final class Draft {
    final List<Instruction> steps = new ArrayList<>();
    List<Handler> handlers = List.of();
    @Nullable Terminator end;
  }

  Code() {
    begin(newBlock());
  }

  Local local(String name, TypeName type) {
    Local local = new Local(locals.size(), name, type);
    locals.add(local);
    return local;
  }

  Local temporary(TypeName type) {
    return local("%" + locals.size(), type);
  }

  List<Local> locals() {
    return locals;
  }

  int newBlock() {
    drafts.add(new Draft());
    return drafts.size() - 1;
  }

  /** Goes on in {@code block}, which was not begun yet. */
  void begin(int block) {
    open = drafts.get(block);
    open.handlers = handlers;
    order.add(block);
  }

  /** {@return whether a step added now could be reached from the one before} */
  boolean isOpen() {
    return open != null;
  }

  /** {@return how many steps there are} */
  int size() {
    return size;
  }

  void add(Instruction step) {
    draft().steps.add(step);
    size++;
  }

  private Draft draft() {
    if (open == null) {
      begin(newBlock());
    }
    return java.util.Objects.requireNonNull(open);
  }

  void end(Terminator end) {
    draft().end = end;
    open = null;
  }

  void jump(SourceSpan at, int block) {
    if (open != null) {
      end(new Terminator.Jump(at, block));
    }
  }

  List<Handler> handlers() {
    return handlers;
  }

  /**
   * From here on, exceptions go to {@code handlers}: starts a block if the current one has others.
   */
  void handlers(SourceSpan at, List<Handler> handlers) {
    if (this.handlers.equals(handlers)) {
      return;
    }
    this.handlers = handlers;
    if (open == null) {
      return;
    }
    if (open.steps.isEmpty()) {
      open.handlers = handlers;
      return;
    }
    int next = newBlock();
    end(new Terminator.Jump(at, next));
    begin(next);
  }

  /** {@return the finished blocks} */
  List<Block> finish() {
    return new BlockLayout(drafts, order).blocks();
  }
}
