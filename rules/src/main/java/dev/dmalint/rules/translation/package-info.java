/**
 * Rules about addresses that are read in another space than the one they count in.
 *
 * <pre>
 * Mismatch of one mistake -> Finding: what arrives, at which field of which reader
 * </pre>
 *
 * <p>Which mistake a mismatch is was decided before, by one classifier over the models' table; the
 * rules here word it and never race each other. Start at {@link PhysicalAddressToDevice}.
 */
@NullMarked
package dev.dmalint.rules.translation;

import org.jspecify.annotations.NullMarked;
