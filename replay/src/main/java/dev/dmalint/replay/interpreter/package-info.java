/**
 * Runs IR.
 *
 * <pre>
 * Program*                   -> Universe      types, layouts of fields, which body a call runs
 * Universe, entry, arguments -> Interpreter -> Outcome = Finished | Threw | Obstacle | Exhausted
 * call without a body        -> Natives       host functions; none: Inputs, an unknown input
 * </pre>
 *
 * <p>Calls push frames on a stack of the interpreter's own, so that depth is a budget and not a
 * matter of the host. A step that needs a class initialised, or an object as text, pushes the frame
 * that does it and is begun again afterwards.
 */
@NullMarked
package dev.dmalint.replay.interpreter;

import org.jspecify.annotations.NullMarked;
