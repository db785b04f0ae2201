/** xHCI, repaired: mapped commands, looked at before use. */
package dev.dmalint.samples.xhci.repaired;
