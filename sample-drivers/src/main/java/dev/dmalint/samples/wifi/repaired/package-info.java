/** Wi-Fi card, repaired: a mapped command. */
package dev.dmalint.samples.wifi.repaired;
