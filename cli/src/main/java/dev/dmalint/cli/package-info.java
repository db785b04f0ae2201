/**
 * The command {@code dmalint}; alone in printing and exiting.
 *
 * <pre>
 * arguments -> picocli -> a command -> standard output: data; standard error: all else -> ExitCode
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.cli.Dmalint}. Classes that picocli looks into name neither models
 * nor the analysis in their members, so that {@code --help} and {@code --version} load neither.
 */
@NullMarked
package dev.dmalint.cli;

import org.jspecify.annotations.NullMarked;
