/**
 * Values of all worlds at once, and the memory that holds them.
 *
 * <pre>
 * Value  = (Atom, worlds)*      what a place may hold, and in which worlds
 * Atom   = Whole | Reference | Nothing | Text | Pointer | Anything | addresses (package space)
 * Region = an object or array, named by where it is made
 * Heap   = (Region, cell) -> Value
 * </pre>
 *
 * <p>A value that holds an atom in no world cannot be that atom. Nothing here knows what an address
 * is. Start at {@link dev.dmalint.analyzer.heap.Value}.
 */
@NullMarked
package dev.dmalint.analyzer.heap;

import org.jspecify.annotations.NullMarked;
