/** Legacy virtio network, repaired: CPU-physical addresses -> queue page number and descriptors. */
package dev.dmalint.samples.virtionet.repaired;
