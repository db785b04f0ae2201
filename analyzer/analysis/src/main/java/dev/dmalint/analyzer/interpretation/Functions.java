package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.findings.SourceSpan;
import java.util.List;

/** Calls functional objects. */
interface Functions {
  /** {@return what calling any function of {@code function} results in} */
  Value call(Point point, Value function, List<Value> arguments, Context context, SourceSpan at);
}
