/** DriverKit, repaired: segments of {@code PrepareForDMA} -> registers. */
package dev.dmalint.samples.dext.repaired;
