/** Framebuffer aperture: addresses of a BAR -> device memory, properties, logs. Nothing to find. */
package dev.dmalint.samples.framebuffer;
