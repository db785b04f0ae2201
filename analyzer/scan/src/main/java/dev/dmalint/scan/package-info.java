/**
 * One scan, from what the user asked for to the report value.
 *
 * <pre>
 * ScanRequest -> configuration, models, rules             Preparation; all usage errors come here
 *             -> files, their text, device identity       files, identity
 *             -> Analyzer
 *             -> ScanOutcome = Report, fails?, complete?   Assembly
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.scan.Scan}. A scan reads regular files and nothing else: it
 * executes, loads and downloads nothing of what it scans, opens no connection, starts no process
 * and writes nothing.
 */
@NullMarked
package dev.dmalint.scan;

import org.jspecify.annotations.NullMarked;
