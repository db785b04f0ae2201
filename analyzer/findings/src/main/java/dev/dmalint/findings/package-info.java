/**
 * What the stages of a scan hand to each other: plain, immutable values and nothing else.
 *
 * <pre>
 * Report   = tool, Coverage, Finding*, RuleInfo*, platform*
 * Finding  = rule, where, message, Platforms, Path+, fingerprint
 * Path     = PathStep+            first the place that made the address, last the consumer
 * Coverage = counts of files, Gap*
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.findings.Report}. Imports no other package of the project.
 */
@NullMarked
package dev.dmalint.findings;

import org.jspecify.annotations.NullMarked;
