/**
 * Framebuffer aperture, broken: what the BAR's {@code getPhysicalAddress} answers -> device memory
 * (E23).
 */
package dev.dmalint.samples.framebuffer.broken;
