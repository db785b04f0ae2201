/**
 * Intel integrated GPU, repaired: CPU-physical addresses -> entries of the global translation
 * table.
 */
package dev.dmalint.samples.igpu.repaired;
