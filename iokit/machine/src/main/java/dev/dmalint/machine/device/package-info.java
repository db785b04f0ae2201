/**
 * Turns what a driver writes into registers and rings into accesses to memory. A device takes its
 * addresses from there and from nowhere else, as hardware does.
 */
@NullMarked
package dev.dmalint.machine.device;

import org.jspecify.annotations.NullMarked;
