/** DriverKit: {@code PrepareForDMA} -> registers. Nothing to find. */
package dev.dmalint.samples.dext;
