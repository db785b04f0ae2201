/** Modern virtio disk, repaired: bit 33 decides which addresses the queue gets. */
package dev.dmalint.samples.virtioblock.repaired;
