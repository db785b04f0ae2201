/**
 * Addresses: what they count in, how they change on their way, and where they arrive.
 *
 * <pre>
 * Address = Tag, Trail          an atom of package heap
 * Tag     = space, whose mapping, origin, source, owner, unit, kept bits, bound
 * Trail   = Step*               from the call that made it
 * Arrival = Tag at a sink, in worlds
 * Facts   = Judgement*, FailedUse*      what rules read
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.analyzer.space.Tag} and {@link dev.dmalint.analyzer.space.Facts}.
 */
@NullMarked
package dev.dmalint.analyzer.space;

import org.jspecify.annotations.NullMarked;
