package dev.dmalint.analyzer.interpretation;

import dev.dmalint.findings.SourceSpan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The last few calls that led to a place: what tells apart the objects that one line makes. */
final class Context {
  private static final int DEPTH = 6;

  /** No call at all. */
  static final Context NONE = new Context(null, null, 0);

  private final @Nullable Context caller;
  private final @Nullable SourceSpan call;
  private final int depth;
  private final int hash;

  private Context(@Nullable Context caller, @Nullable SourceSpan call, int depth) {
    this.caller = caller;
    this.call = call;
    this.depth = depth;
    this.hash = Objects.hash(caller, call);
  }

  /** {@return the context inside a call made here} */
  Context enter(SourceSpan at) {
    return new Context(depth < DEPTH ? this : cut(DEPTH - 1), at, Math.min(depth, DEPTH) + 1);
  }

  private Context cut(int rest) {
    if (rest == 0 || caller == null) {
      return NONE;
    }
    return new Context(caller.cut(rest - 1), call, rest);
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Context context
        && hash == context.hash
        && Objects.equals(call, context.call)
        && Objects.equals(caller, context.caller);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
