/**
 * Intel integrated GPU, broken: mapped addresses -> entries of the global translation table (E03).
 */
package dev.dmalint.samples.igpu.broken;
