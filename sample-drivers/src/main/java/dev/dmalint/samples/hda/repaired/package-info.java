/** HD Audio, repaired: segments of mapped commands -> buffer list and its register. */
package dev.dmalint.samples.hda.repaired;
