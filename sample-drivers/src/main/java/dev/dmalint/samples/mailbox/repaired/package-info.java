/** Firmware mailbox, repaired: a CPU-physical address -> an ACPI method. */
package dev.dmalint.samples.mailbox.repaired;
