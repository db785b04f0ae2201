/**
 * Virtio balloon, broken: mapped addresses -> page numbers (E03) and the address of their array
 * (E29).
 */
package dev.dmalint.samples.balloon.broken;
