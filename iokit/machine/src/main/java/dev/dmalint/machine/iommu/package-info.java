/**
 * Turns the address of a device into a CPU-physical one or a fault: page tables with rights ({@link
 * dev.dmalint.machine.iommu.Domain}), and the numbers that mappings get ({@link
 * dev.dmalint.machine.iommu.Numbers}). Knows nothing of drivers.
 */
@NullMarked
package dev.dmalint.machine.iommu;

import org.jspecify.annotations.NullMarked;
