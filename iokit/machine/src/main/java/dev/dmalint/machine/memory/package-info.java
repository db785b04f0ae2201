/**
 * Turns addresses of the CPU into bytes: RAM with holes and windows of registers ({@link
 * dev.dmalint.machine.memory.PhysicalMemory}), pages handed out in a seeded order ({@link
 * dev.dmalint.machine.memory.PagePool}), page tables of a task ({@link
 * dev.dmalint.machine.memory.AddressSpace}). Knows nothing of mappers and devices.
 */
@NullMarked
package dev.dmalint.machine.memory;

import org.jspecify.annotations.NullMarked;
