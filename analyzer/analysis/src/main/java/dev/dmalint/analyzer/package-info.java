/**
 * The analysis: sources, rules and a universe in, findings and coverage out.
 *
 * <pre>
 * SourceFile* -> frontend -> ir -> flow over heap, space -> Facts -> Rule* -> Analysis
 * </pre>
 *
 * <p>The door is {@link dev.dmalint.analyzer.Analyzer}. No package below imports this one.
 */
@NullMarked
package dev.dmalint.analyzer;

import org.jspecify.annotations.NullMarked;
