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
      if (problem.isError() && isAboutChoice(problem.getID())) {
        methods.add(problem.getSourceStart());
      }
    }
  }

  private static boolean isAboutChoice(int id) {
    return switch (id) {
      case IProblem.UndefinedMethod,
          IProblem.AmbiguousMethod,
          IProblem.ParameterMismatch,
          IProblem.NotVisibleMethod,
          IProblem.StaticMethodRequested,
          IProblem.GenericMethodTypeArgumentMismatch,
          IProblem.TypeArgumentsForRawGenericMethod,
          IProblem.IncorrectArityForParameterizedMethod,
          IProblem.ParameterizedMethodArgumentTypeMismatch,
          IProblem.UndefinedConstructor,
          IProblem.AmbiguousConstructor,
          IProblem.NotVisibleConstructor,
          IProblem.GenericConstructorTypeArgumentMismatch,
          IProblem.IncorrectArityForParameterizedConstructor,
          IProblem.ParameterizedConstructorArgumentTypeMismatch,
          IProblem.UndefinedConstructorInDefaultConstructor,
          IProblem.UndefinedConstructorInImplicitConstructorCall ->
          true;
      default -> false;
    };
  }

  /** {@return whether there is a complaint about the method named at an offset} */
  boolean atMethod(int offset) {
    return methods.contains(offset);
  }
}
