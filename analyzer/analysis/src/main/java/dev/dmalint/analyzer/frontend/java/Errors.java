package dev.dmalint.analyzer.frontend.java;

import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.CompilationResult;

/** Where the compiler complained about the choice of a method. */
final class Errors {
  private final Set<Integer> methods = new TreeSet<>();

  Errors(CompilationResult result) {
    CategorizedProblem[] problems = result.problems;
    for (int i = 0; i < result.problemCount; i++) {
      CategorizedProblem problem = problems[i];
      boolean isAboutMethod =
          (problem.getID() & (IProblem.MethodRelated | IProblem.ConstructorRelated)) != 0;
      if (problem.isError() && isAboutMethod && !isHarmless(problem.getID())) {
        methods.add(problem.getSourceStart());
      }
    }
  }

  private static boolean isHarmless(int id) {
    return id == IProblem.MissingTypeInMethod
        || id == IProblem.MissingTypeInConstructor
        || id == IProblem.UnhandledExceptionInDefaultConstructor
        || id == IProblem.DirectInvocationOfAbstractMethod;
  }

  /** {@return whether there is a complaint about the method named at an offset} */
  boolean atMethod(int offset) {
    return methods.contains(offset);
  }
}
