/**
 * What every analysis over the IR needs and none of them knows addresses for: the class hierarchy,
 * the order of blocks, and maps that share what they have in common.
 *
 * <p>Start at {@link dev.dmalint.analyzer.flow.Hierarchy}. Imports {@code ir} alone.
 */
@NullMarked
package dev.dmalint.analyzer.flow;

import org.jspecify.annotations.NullMarked;
