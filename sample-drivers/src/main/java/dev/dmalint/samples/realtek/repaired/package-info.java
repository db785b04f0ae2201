/** Realtek 100 Mbit/s NIC, repaired: memory and commands bounded to 32 bits -> registers of 32. */
package dev.dmalint.samples.realtek.repaired;
