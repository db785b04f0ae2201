/**
 * The catalogue: facts in, findings out, one class a mistake.
 *
 * <pre>
 * rule = X.java (metadata, one pure function), X.md (its page), XSample.java (what it finds)
 * </pre>
 *
 * <p>The three files stand at one path under the roots of sources, resources and tests. Rules are
 * grouped by effect, a package each, and found by {@code ServiceLoader}; nothing lists them. Start
 * at {@link dev.dmalint.rules.translation.PhysicalAddressToDevice}. A rule never reads the source
 * text or the IR: what it says comes from {@link dev.dmalint.analyzer.space.Facts}.
 */
@NullMarked
package dev.dmalint.rules;

import org.jspecify.annotations.NullMarked;
