/** Hypervisor calls, broken: mapped addresses -> page numbers and call input (E03). */
package dev.dmalint.samples.hypercall.broken;
