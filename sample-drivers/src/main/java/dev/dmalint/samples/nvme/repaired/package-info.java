/** NVMe, repaired: segments of mapped commands -> queue registers and PRP1. */
package dev.dmalint.samples.nvme.repaired;
