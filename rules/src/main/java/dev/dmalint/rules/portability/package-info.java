/**
 * Rules about drivers that are made for one kind of machine and do not start, or panic, on another.
 *
 * <pre>
 * construction that gives no object there, and what is done with nothing -> Finding
 * </pre>
 *
 * <p>Start at {@link BypassedCommandNotChecked}.
 */
@NullMarked
package dev.dmalint.rules.portability;

import org.jspecify.annotations.NullMarked;
