/**
 * Turns the machine into figures: JMH benchmarks, and {@link dev.dmalint.benchmarks.Measurements},
 * which runs them and compares with what is promised. {@code RESULTS.md} in the module's folder has
 * the figures and the command.
 */
package dev.dmalint.benchmarks;
