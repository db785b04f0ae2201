/**
 * Small drivers of the transfer engine, each with one mistake -> what the machine does with them
 * and what the analysis says of them. A class is named after its mistake in the catalogue.
 */
package dev.dmalint.conventions.oracle.drivers;
