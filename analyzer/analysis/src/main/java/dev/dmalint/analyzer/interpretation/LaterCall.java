package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Value;
import java.util.List;

/** A function that was handed over to be called while the driver runs. */
record LaterCall(Value function, List<Value> arguments) {}
