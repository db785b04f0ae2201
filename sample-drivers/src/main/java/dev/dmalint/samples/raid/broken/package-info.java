/** RAID controller, broken: page numbers of the kernel's page table -> command frames (E01). */
package dev.dmalint.samples.raid.broken;
