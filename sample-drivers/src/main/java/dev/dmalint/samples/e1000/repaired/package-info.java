/** Intel gigabit NIC, repaired: both rings built with the device's mapper. */
package dev.dmalint.samples.e1000.repaired;
