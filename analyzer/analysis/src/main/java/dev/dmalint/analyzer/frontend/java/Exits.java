package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Block.Handler;
import dev.dmalint.analyzer.ir.Instruction.Copy;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jdt.internal.compiler.ast.BreakStatement;
import org.eclipse.jdt.internal.compiler.ast.ContinueStatement;
import org.eclipse.jdt.internal.compiler.ast.ReturnStatement;
import org.eclipse.jdt.internal.compiler.ast.YieldStatement;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * Ways out of blocks: {@code break}, {@code continue}, {@code yield}, {@code return}. What must be
 * done on the way, a {@code finally} block for one, is copied to each.
 */
final class Exits {
  private static final int NONE = -1;

  private final Body body;
  private @Nullable Frame top;
  private @Nullable TypeBinding result = TypeBinding.VOID;

  Exits(Body body) {
    this.body = body;
  }

  /** Something around the current place that a jump may lead to, or must clean up. */
  private record Frame(
      int depth,
      @Nullable Frame outer,
      Kind kind,
      String label,
      int breakTo,
      int continueTo,
      @Nullable Yield yield,
      @Nullable Cleanup cleanup) {}

  private enum Kind {
    LOOP,
    SWITCH,
    LABEL,
    YIELD,
    CLEANUP
  }

  private record Yield(Local result, @Nullable TypeBinding type) {}

  private record Cleanup(Runnable steps, List<Handler> handlers) {}

  /** Sets the erased type that the body returns. */
  void result(@Nullable TypeBinding type) {
    result = type;
  }

  void loop(int breakTo, int continueTo, Runnable inside) {
    within(new Frame(depth(), top, Kind.LOOP, "", breakTo, continueTo, null, null), inside);
  }

  void choice(int breakTo, Runnable inside) {
    within(new Frame(depth(), top, Kind.SWITCH, "", breakTo, NONE, null, null), inside);
  }

  /** A label; {@code continueTo} is set by the loop it stands before. */
  void label(String label, int breakTo, int continueTo, Runnable inside) {
    within(new Frame(depth(), top, Kind.LABEL, label, breakTo, continueTo, null, null), inside);
  }

  void yielding(int next, Local value, @Nullable TypeBinding type, Runnable inside) {
    within(
        new Frame(depth(), top, Kind.YIELD, "", next, NONE, new Yield(value, type), null), inside);
  }

  /**
   * Does {@code steps} before each jump out of {@code inside}.
   *
   * @param handlers those in force around
   */
  void cleaning(Runnable steps, List<Handler> handlers, Runnable inside) {
    Cleanup cleanup = new Cleanup(steps, handlers);
    within(new Frame(depth(), top, Kind.CLEANUP, "", NONE, NONE, null, cleanup), inside);
  }

  private int depth() {
    return top == null ? 1 : top.depth() + 1;
  }

  private void within(Frame frame, Runnable inside) {
    top = frame;
    inside.run();
    top = frame.outer();
  }

  void breakOut(BreakStatement node) {
    Frame target =
        node.label == null
            ? find(frame -> frame.kind() == Kind.LOOP || frame.kind() == Kind.SWITCH)
            : find(frame -> frame.label().equals(new String(node.label)));
    if (target == null) {
      body.unlowered(node, "a break out of nothing", List.of(), null);
    } else {
      leave(target, target.breakTo(), body.at(node));
    }
  }

  void goOn(ContinueStatement node) {
    Frame target =
        node.label == null
            ? find(frame -> frame.kind() == Kind.LOOP)
            : find(frame -> frame.label().equals(new String(node.label)));
    if (target == null || target.continueTo() == NONE) {
      body.unlowered(node, "a continue of nothing", List.of(), null);
    } else {
      leave(target, target.continueTo(), body.at(node));
    }
  }

  /** The compiler also writes what stands behind the arrow of a statement as a yield. */
  void giveUp(YieldStatement node) {
    Frame target =
        find(
            frame ->
                frame.kind() == Kind.YIELD || (node.isImplicit && frame.kind() == Kind.SWITCH));
    if (target == null || target.yield() == null) {
      body.expressions.effect(node.expression);
      return;
    }
    Value value = body.expressions.converted(node.expression, target.yield().type());
    body.add(new Copy(body.at(node.expression), target.yield().result(), value.local()));
    leave(target, target.breakTo(), body.at(node));
  }

  private @Nullable Frame find(Predicate<Frame> wanted) {
    Frame frame = top;
    while (frame != null && !wanted.test(frame)) {
      frame = frame.outer();
    }
    return frame;
  }

  private void leave(Frame target, int block, SourceSpan at) {
    Frame start = top;
    List<Handler> handlers = body.code.handlers();
    cleanUp(target, at);
    body.code.jump(at, block);
    top = start;
    body.code.handlers(at, handlers);
  }

  /** Runs what must be done between here and {@code target}, or the end of the method if null. */
  private void cleanUp(@Nullable Frame target, SourceSpan at) {
    int depth = target == null ? 0 : target.depth();
    for (Frame frame = top; frame != null && frame.depth() > depth; frame = frame.outer()) {
      if (frame.cleanup() != null && body.code.isOpen()) {
        top = frame.outer();
        body.code.handlers(at, frame.cleanup().handlers());
        frame.cleanup().steps().run();
      }
    }
  }

  void giveBack(ReturnStatement node) {
    SourceSpan at = body.at(node);
    Optional<Local> value = Optional.empty();
    if (node.expression != null && Erasure.isVoid(result)) {
      body.expressions.effect(node.expression);
    } else if (node.expression != null) {
      Value given = body.expressions.converted(node.expression, result);
      boolean keep = !given.local().isTemporary() && find(frame -> frame.cleanup() != null) != null;
      value = Optional.of(keep ? body.expressions.copy(given.local(), at) : given.local());
    } else if (!Erasure.isVoid(result)) {
      value = Optional.of(body.zero(at, result));
    }
    Frame start = top;
    List<Handler> handlers = body.code.handlers();
    cleanUp(null, at);
    if (body.code.isOpen()) {
      body.code.end(new Terminator.Return(at, value));
    }
    top = start;
    body.code.handlers(at, handlers);
  }

  /** The end of the body: returns, if it can be reached. */
  void fallOff(SourceSpan at) {
    if (body.code.isOpen()) {
      Optional<Local> value =
          Erasure.isVoid(result) ? Optional.empty() : Optional.of(body.zero(at, result));
      body.code.end(new Terminator.Return(at, value));
    }
  }
}
