/**
 * Hypervisor's kernel part, repaired: CPU-physical addresses -> nested page tables, physical
 * accesses and a physical descriptor.
 */
package dev.dmalint.samples.hypervisor.repaired;
