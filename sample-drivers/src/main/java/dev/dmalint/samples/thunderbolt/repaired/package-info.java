/**
 * Thunderbolt capture card, repaired: segments of commands with the card's mapper -> the card's
 * ring, page lists and base register.
 */
package dev.dmalint.samples.thunderbolt.repaired;
