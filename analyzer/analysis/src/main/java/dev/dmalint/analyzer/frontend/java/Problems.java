package dev.dmalint.analyzer.frontend.java;

import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;

/** The compiler's complaints that are gaps: syntax errors and missing types. */
final class Problems {
  private final Unit unit;

  Problems(Unit unit) {
    this.unit = unit;
  }

  void report() {
    CompilationResult result = unit.tree().compilationResult;
    for (int i = 0; i < result.problemCount; i++) {
      CategorizedProblem problem = result.problems[i];
      if (problem.isError()) {
        report(problem);
      }
    }
  }

  private void report(CategorizedProblem problem) {
    int start = problem.getSourceStart();
    if (problem.getCategoryID() == CategorizedProblem.CAT_SYNTAX) {
      unit.gaps().syntaxError(start, syntaxMessage(problem));
    } else if (problem.getID() == IProblem.ImportNotFound) {
      importAt(start);
    } else if (problem.getID() == IProblem.UndefinedType) {
      String written = problem.getArguments()[0];
      unit.gaps().missingType(unit.imports().complete(bare(written)), start);
    }
  }

  private static String syntaxMessage(CategorizedProblem problem) {
    String message = problem.getMessage();
    return "the parser says: " + message + "; what it could recover was analysed";
  }

  /** {@return a written type without spaces, type arguments and dimensions} */
  private static String bare(String written) {
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      depth += c == '<' ? 1 : 0;
      if (depth == 0 && (Character.isJavaIdentifierPart(c) || c == '.')) {
        name.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    return name.toString();
  }

  private void importAt(int offset) {
    for (ImportReference reference : Trees.list(unit.tree().imports)) {
      if (reference.sourceStart <= offset && offset <= reference.sourceEnd) {
        String name = Trees.dotted(reference.tokens);
        boolean all = (reference.bits & ASTNode.OnDemand) != 0;
        if (all) {
          unit.gaps().missingPackage(name, offset);
        } else if (!reference.isStatic()) {
          unit.gaps().missingType(Imports.binary(name), offset);
        }
      }
    }
  }
}
