package dev.dmalint.analyzer.frontend.java;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.jspecify.annotations.Nullable;

/** Small questions to the compiler's tree. */
final class Trees {
  private Trees() {}

  /** {@return the package of a file with '/' between its parts; empty for the unnamed one} */
  static String packageOf(CompilationUnitDeclaration tree) {
    return tree.currentPackage == null
        ? ""
        : new String(CharOperation.concatWith(tree.currentPackage.tokens, '/'));
  }

  /** {@return the elements of an array of the tree, which is null where there are none} */
  static <T> List<T> list(T @Nullable [] elements) {
    return elements == null ? List.of() : Arrays.asList(elements);
  }

  /** {@return the parts joined by dots} */
  static String dotted(char[][] parts) {
    return new String(CharOperation.concatWith(parts, '.'));
  }
}
