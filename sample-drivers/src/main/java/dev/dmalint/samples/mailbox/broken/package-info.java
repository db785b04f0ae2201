/** Firmware mailbox, broken: a mapped address -> an ACPI method (E03). */
package dev.dmalint.samples.mailbox.broken;
