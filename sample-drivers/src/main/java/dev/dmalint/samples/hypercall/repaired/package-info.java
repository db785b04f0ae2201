/** Hypervisor calls, repaired: guest-physical addresses -> page numbers and call input. */
package dev.dmalint.samples.hypercall.repaired;
