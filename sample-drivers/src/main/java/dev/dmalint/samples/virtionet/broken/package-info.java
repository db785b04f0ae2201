/**
 * Legacy virtio network, broken: mapped addresses -> queue page number and descriptors, which no
 * IOMMU translates (E29).
 */
package dev.dmalint.samples.virtionet.broken;
