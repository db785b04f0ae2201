/**
 * xHCI, broken: a {@code kBypassed} command that may be missing is used (E02); where it is there,
 * its addresses reach a controller behind a DART (E01 on Apple silicon).
 */
package dev.dmalint.samples.xhci.broken;
