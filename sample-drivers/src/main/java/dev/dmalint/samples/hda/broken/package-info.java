/** HD Audio, broken: segments of a memory cursor -> buffer list and its register (E04). */
package dev.dmalint.samples.hda.broken;
