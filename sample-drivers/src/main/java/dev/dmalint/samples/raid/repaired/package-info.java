/** RAID controller, repaired: segments of mapped commands -> command frames. */
package dev.dmalint.samples.raid.repaired;
