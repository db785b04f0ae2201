package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.findings.SourceSpan;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;

/**
 * What all bodies of one file share.
 *
 * @param positions offsets as spans
 * @param names names of types
 * @param gaps what is missing in this file
 */
record Unit(
    CompilationUnitDeclaration tree,
    LookupEnvironment environment,
    Positions positions,
    Imports imports,
    Outline outline,
    TypeNames names,
    Gaps gaps,
    Members members,
    Supertypes supertypes,
    Errors errors,
    Deadline deadline) {
  SourceSpan span(int first, int last) {
    return positions.span(first, last);
  }
}
