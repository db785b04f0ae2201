/**
 * What a rule is: metadata, and a pure function from {@link dev.dmalint.analyzer.space.Facts} to
 * findings. Rules are found by {@code ServiceLoader}; none reads the IR.
 */
@NullMarked
package dev.dmalint.analyzer.rule;

import org.jspecify.annotations.NullMarked;
