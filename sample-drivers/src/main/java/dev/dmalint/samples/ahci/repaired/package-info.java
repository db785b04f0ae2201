/** AHCI, repaired: segments of mapped commands -> command lists, FIS areas, tables. */
package dev.dmalint.samples.ahci.repaired;
