/**
 * Drivers, the machine and the analysis -> a table of what the machine does with each mistake in
 * each world, and where the analysis says otherwise.
 */
package dev.dmalint.conventions.oracle;
