/**
 * Java text into IR, through the internal tree of Eclipse's compiler; alone in importing it.
 *
 * <pre>
 * SourceFile* -> SourceIndex                      which file declares which top-level type
 *             -> Batch (parse, resolve, mend)     a tree with bindings; a crash costs one file
 *             -> Outline                          names of lambdas and local types, what they capture
 *             -> UnitLowering -> TypeLowering -> Body    types, members, method bodies
 *             -> Lowered
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.analyzer.frontend.java.JavaFrontend} for the run and at {@link
 * dev.dmalint.analyzer.frontend.java.Body} for method bodies: one class a family of constructs,
 * each with the body it adds to. Nothing of the text is executed, no annotation processor runs, and
 * what the compiler prints goes nowhere.
 *
 * <p>The compiler's tree is no public API of Eclipse; the version is pinned, and decision 6 says
 * why it is used all the same.
 */
@NullMarked
package dev.dmalint.analyzer.frontend.java;

import org.jspecify.annotations.NullMarked;
