/**
 * The class library as programs see it, deterministic and bounded.
 *
 * <p>What calls back into the program (collections, streams, comparators) is written in Java, in
 * the folder {@code models} of the resources, and runs as IR like the program itself. Members of
 * types that are not written there stand in {@code XModel}, in the package of {@code X} below
 * {@code models}: static methods, the receiver first. What calls nothing back (numbers, strings) is
 * a host function. No regular expressions, no clock, no chance, no environment.
 */
@NullMarked
package dev.dmalint.replay.library;

import org.jspecify.annotations.NullMarked;
