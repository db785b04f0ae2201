package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.replay.value.Nil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A method that runs: its variables, and the next step. */
final class Frame {
  /** What becomes of the result. */
  enum Purpose {
    /** It goes to the target of the call. */
    CALL,
    /** The caller begins its step again and finds it among the {@link #texts}. */
    TEXT,
    /** There is none; the caller begins its step again. */
    INITIALISE,
    /** It is the result of a call from the host. */
    ENTRY
  }

  private final Method method;
  private final Purpose purpose;
  private final Object[] locals;
  private final List<Object> texts = new ArrayList<>();
  private Block block;
  private int next;
  private boolean begun;
  private Object caught = Nil.NULL;

  Frame(Method method, List<Object> arguments, Purpose purpose) {
    this.method = method;
    this.purpose = purpose;
    this.locals = new Object[method.locals().size()];
    Arrays.fill(locals, Nil.NULL);
    for (int i = 0; i < arguments.size(); i++) {
      locals[i] = arguments.get(i);
    }
    this.block = method.blocks().get(0);
  }

  Method method() {
    return method;
  }

  Purpose purpose() {
    return purpose;
  }

  Object get(Local local) {
    return locals[local.index()];
  }

  void set(Local local, Object value) {
    locals[local.index()] = value;
  }

  Block block() {
    return block;
  }

  /** {@return whether steps are left before the block's end} */
  boolean hasStep() {
    return next < block.steps().size();
  }

  Instruction step() {
    begun = true;
    return block.steps().get(next);
  }

  void advance() {
    next++;
    texts.clear();
  }

  void jump(int target) {
    block = method.blocks().get(target);
    next = 0;
    texts.clear();
  }

  /** {@return the text so far of the operands of the current step} */
  List<Object> texts() {
    return texts;
  }

  /** {@return whether the first step was begun; a class whose superclass fails never does} */
  boolean begun() {
    return begun;
  }

  void begin() {
    begun = true;
  }

  void caught(Object exception) {
    caught = exception;
  }

  Object caught() {
    return caught;
  }

  SourceSpan at() {
    return hasStep() ? block.steps().get(next).at() : block.end().at();
  }
}
