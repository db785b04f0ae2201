/** Virtio balloon, repaired: CPU-physical addresses -> page numbers, array and queue. */
package dev.dmalint.samples.balloon.repaired;
