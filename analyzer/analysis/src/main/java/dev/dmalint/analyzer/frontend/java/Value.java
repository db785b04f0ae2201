package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Local;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * The result of an expression.
 *
 * @param local where it is
 * @param type its erased static type; null where it is unknown
 */
record Value(Local local, @Nullable TypeBinding type) {}
