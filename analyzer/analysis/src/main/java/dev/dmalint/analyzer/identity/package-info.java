/**
 * Which device a driver drives, and which consumer a register or a piece of memory belongs to.
 *
 * <pre>
 * Personality*, annotations, provider type, device database -> DriverIdentity a driver class
 * </pre>
 */
@NullMarked
package dev.dmalint.analyzer.identity;

import org.jspecify.annotations.NullMarked;
