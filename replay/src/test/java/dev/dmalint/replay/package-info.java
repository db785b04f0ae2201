/**
 * Programs that are compiled and run by the JDK, and lowered and run by the interpreter; both must
 * say the same.
 */
@NullMarked
package dev.dmalint.replay;

import org.jspecify.annotations.NullMarked;
