/**
 * Thunderbolt capture card, broken: page addresses taken with {@code kIOMemoryMapperNone} -> the
 * card's ring, page lists and base register (E01).
 */
package dev.dmalint.samples.thunderbolt.broken;
