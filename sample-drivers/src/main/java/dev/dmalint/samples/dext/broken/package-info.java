/** DriverKit, broken: the process's own address of its memory -> a register (E32). */
package dev.dmalint.samples.dext.broken;
