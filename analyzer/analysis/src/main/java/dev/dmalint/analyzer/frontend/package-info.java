/**
 * What a front end owes: source text in, {@linkplain dev.dmalint.analyzer.ir IR} out, and an honest
 * account of what could not be read.
 *
 * <pre>
 * SourceFile* -> Frontend -> Lowered = Program, FileState*, Gap*
 * </pre>
 *
 * <p>A front end never executes, loads or downloads anything of the text it reads. Bad text costs
 * the construct, the method or the file it stands in, never the run.
 */
@NullMarked
package dev.dmalint.analyzer.frontend;

import org.jspecify.annotations.NullMarked;
