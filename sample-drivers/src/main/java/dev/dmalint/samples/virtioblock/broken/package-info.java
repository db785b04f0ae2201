/**
 * Modern virtio disk, broken: bit 33 accepted, CPU-physical addresses -> queue and descriptors
 * (E30).
 */
package dev.dmalint.samples.virtioblock.broken;
