/**
 * AHCI, broken: what {@code IOMallocContiguous} puts out -> command lists, FIS areas, tables (E04).
 */
package dev.dmalint.samples.ahci.broken;
