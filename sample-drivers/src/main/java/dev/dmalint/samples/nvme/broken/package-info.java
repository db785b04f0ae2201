/** NVMe, broken: segments of {@code kUnmapped} commands -> queue registers and PRP1 (E01). */
package dev.dmalint.samples.nvme.broken;
