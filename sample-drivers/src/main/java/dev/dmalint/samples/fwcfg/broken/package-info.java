/** QEMU fw_cfg, broken: mapped addresses -> the request and its target (E03). */
package dev.dmalint.samples.fwcfg.broken;
