/** Framebuffer aperture, repaired: the BAR's bus address -> device memory, properties, logs. */
package dev.dmalint.samples.framebuffer.repaired;
