/**
 * The sample drivers as a test: what their comments say, against what a scan finds.
 *
 * <pre>
 * sources of the drivers -> Mark*            MarkReader
 * Mark*, Finding*        -> disagreement*    Expectations
 * Mark        = "//" kind rule ["part of message"] ["breaks=" platform ("," platform)*]
 * kind        = "want" | "source" | "missed" | "spurious"
 * </pre>
 *
 * <p>A mark speaks of the next line that is not a comment. Start at {@code ExpectationTest}. A mark
 * is never adapted to the tool: who is right is decided from the facts.
 */
@NullMarked
package dev.dmalint.conventions.samples;

import org.jspecify.annotations.NullMarked;
