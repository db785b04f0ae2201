/**
 * Intel gigabit NIC, broken: a ring built without the device's mapper -> TDBA and its descriptors
 * (E04); the receive ring beside it is right.
 */
package dev.dmalint.samples.e1000.broken;
