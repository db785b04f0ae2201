/**
 * What a device and the machine owe each other: how a device reaches memory ({@link
 * dev.dmalint.machine.bus.DmaPort}), and what it looks like on the bus.
 */
@NullMarked
package dev.dmalint.machine.bus;

import org.jspecify.annotations.NullMarked;
