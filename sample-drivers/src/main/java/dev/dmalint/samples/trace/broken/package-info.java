/**
 * Trace rings, broken: a CPU-physical address -> a physical descriptor that reads addresses of the
 * system mapper (E22).
 */
package dev.dmalint.samples.trace.broken;
