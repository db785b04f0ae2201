/**
 * Turns one {@link dev.dmalint.findings.Report} into the bytes of one format.
 *
 * <pre>
 * Format   = text | json | sarif                 each makes a Renderer
 * Renderer = Report -> characters                streamed, the same for the same report
 * file     = temporary file, synced, then renamed to its name
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.reports.Format}. A further format is a renderer class and a line
 * in that list; nothing else asks which format it has. Every renderer escapes for its own medium:
 * {@link dev.dmalint.reports.SafeText} is the terminal's. Nothing here prints, exits, reads a
 * source file or asks for the time.
 */
@NullMarked
package dev.dmalint.reports;

import org.jspecify.annotations.NullMarked;
