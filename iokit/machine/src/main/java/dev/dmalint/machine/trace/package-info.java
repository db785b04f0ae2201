/**
 * Turns what happens on a machine into events ({@link dev.dmalint.machine.trace.TraceEvent}) and
 * those into text and JSON lines ({@link dev.dmalint.machine.trace.Trace}), byte for byte the same
 * from run to run.
 */
@NullMarked
package dev.dmalint.machine.trace;

import org.jspecify.annotations.NullMarked;
