/**
 * Runs the IR on values of all worlds at once: every path of a driver, in every world, in one pass.
 *
 * <pre>
 * Unit       = one driver class (or another class) with its regions
 * Harness    = init, probe, start, then handlers and public methods in any order, then stop, free
 * Activation = one call of one method: blocks to a fixpoint
 * Steps      = one instruction on a Point = locals, heap, worlds that reach here
 * Calls      = which bodies, model rows or unknown code a call runs
 * RowRunner  = the actions of a model row
 * Recorder   = what is met on the way: arrivals, stores to memory, failed constructions
 * </pre>
 *
 * <p>A callee is run anew at each call, with what is known there, so every context is told apart;
 * bounds on depth, recursion and steps hold it in and are reported as gaps. Nothing here knows
 * IOKit: what a call of an API does is a model row.
 */
@NullMarked
package dev.dmalint.analyzer.interpretation;

import org.jspecify.annotations.NullMarked;
