/** Trace rings, repaired: a CPU-physical address -> a descriptor that reads such addresses. */
package dev.dmalint.samples.trace.repaired;
