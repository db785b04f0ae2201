/** Realtek 100 Mbit/s NIC, broken: addresses of 64 bits -> registers of 32 (E12). */
package dev.dmalint.samples.realtek.broken;
