/** QEMU fw_cfg, repaired: guest-physical addresses -> the request and its target. */
package dev.dmalint.samples.fwcfg.repaired;
