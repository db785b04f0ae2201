/**
 * Model files: what an API means to the analysis. Nothing in the engine knows IOKit; all of it is
 * said here, and a set of model files for another API turns the engine to that one.
 *
 * <pre>
 * Universe   = World*, Platform*, Space*, Consumer*, Classification*, Row*, Device*, ...
 * World      = platform, variant: attribute = value, ...
 * Row        = which call or field, what it does: Action*
 * Action     = Make | MakeAddress | MakePointer | Assign | Invoke | Demanding | AccessRegister
 *            | AccessMemory
 * Expression = what a row computes from its arguments and the world; one value a world
 * Device     = match, registers and layouts of memory, each field with what it demands
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.models.Universe}. Imports {@code dev.dmalint.findings} alone.
 */
@NullMarked
package dev.dmalint.models;

import org.jspecify.annotations.NullMarked;
