/**
 * Rules about addresses that are of the right space and do not fit: too wide for the field, too
 * short a run, badly aligned.
 *
 * <pre>
 * cut of an address on its way -> Finding: how many bits it has, how many are left, who reads it
 * </pre>
 *
 * <p>Start at {@link AddressCutTo32Bits}.
 */
@NullMarked
package dev.dmalint.rules.limits;

import org.jspecify.annotations.NullMarked;
