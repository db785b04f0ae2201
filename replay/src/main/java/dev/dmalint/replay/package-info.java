/**
 * Runs the IR of a program, exactly and within bounds; nothing of the analysed tree is compiled,
 * loaded or run.
 *
 * <pre>
 * value        what variables hold: primitives, objects, arrays, strings, functions
 * interpreter  Program -> Universe; Universe, entry, arguments -> Outcome
 * library      models of the class library: written in Java and run as IR, or host functions
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.replay.interpreter.Interpreter}; {@link
 * dev.dmalint.replay.library.Library} makes one that knows the class library.
 */
@NullMarked
package dev.dmalint.replay;

import org.jspecify.annotations.NullMarked;
