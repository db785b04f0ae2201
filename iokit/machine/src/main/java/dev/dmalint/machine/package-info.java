/**
 * Turns a world into a machine that drivers run on: {@link dev.dmalint.machine.Machine} boots it,
 * {@code run} binds it to the thread, and the port of IOKit reaches it through {@code Kernel}.
 *
 * <pre>
 * world -> memory map, mapper state -> kernel and mappers   (the port calls them)
 *                                   -> devices              (they use the addresses they are given)
 *                                   -> trace and checker    (what happened, and what was wrong)
 * </pre>
 *
 * <p>The same world, options and driver give the same trace, byte for byte. Nothing here reads a
 * clock or uses chance; what looks like chance comes from the seed.
 */
@NullMarked
package dev.dmalint.machine;

import org.jspecify.annotations.NullMarked;
