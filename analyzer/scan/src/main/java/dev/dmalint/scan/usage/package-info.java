/**
 * What a user wrote wrong: on the command line, in a configuration or in a model file.
 *
 * <p>Start at {@link dev.dmalint.scan.usage.UsageException}. Imports no other package of the
 * project.
 */
@NullMarked
package dev.dmalint.scan.usage;

import org.jspecify.annotations.NullMarked;
