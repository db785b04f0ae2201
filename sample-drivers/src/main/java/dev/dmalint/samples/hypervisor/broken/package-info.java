/**
 * Hypervisor's kernel part, broken: mapped addresses -> nested page tables, physical accesses and a
 * physical descriptor (E24).
 */
package dev.dmalint.samples.hypervisor.broken;
