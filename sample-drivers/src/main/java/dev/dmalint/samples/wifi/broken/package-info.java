/**
 * Wi-Fi card, broken: a missing {@code kBypassed} command ends {@code start} (E02); where it is
 * there, its addresses reach a card behind a DART (E01 on Apple silicon).
 */
package dev.dmalint.samples.wifi.broken;
