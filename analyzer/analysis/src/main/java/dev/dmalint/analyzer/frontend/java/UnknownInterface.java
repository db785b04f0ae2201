package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.SourceFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.jspecify.annotations.Nullable;

/**
 * The functional interfaces that stand in for those nobody declares: any number of parameters of
 * type {@code Object}, with a result of that type or without. They give a lambda under an
 * unresolved call the context without which the compiler does not look at its body.
 */
final class UnknownInterface {
  private static final String PACKAGE = "$unknown";
  private static final String GIVES = "Gives";
  private static final String TAKES = "Takes";
  private static final int MOST_PARAMETERS = 255;

  private UnknownInterface() {}

  /** {@return the name of the interface for a lambda} */
  static char[][] name(int parameters, boolean hasResult) {
    return new char[][] {
      PACKAGE.toCharArray(), ((hasResult ? GIVES : TAKES) + parameters).toCharArray()
    };
  }

  static boolean isPackage(String name) {
    return name.equals(PACKAGE);
  }

  static boolean isOne(ReferenceBinding type) {
    return type.compoundName != null
        && type.compoundName.length == 2
        && CharOperation.equals(type.compoundName[0], PACKAGE.toCharArray());
  }

  /** {@return the text of an interface, or null if there is none of that name} */
  static @Nullable SourceUnit find(String packageName, String type) {
    if (!packageName.equals(PACKAGE)) {
      return null;
    }
    boolean gives = type.startsWith(GIVES);
    String digits = type.substring(Math.min(type.length(), GIVES.length()));
    if ((!gives && !type.startsWith(TAKES)) || digits.isEmpty() || digits.length() > 3) {
      return null;
    }
    int parameters = Integer.parseInt(digits);
    if (parameters > MOST_PARAMETERS) {
      return null;
    }
    String list =
        IntStream.range(0, parameters)
            .mapToObj(i -> "Object p" + i)
            .collect(Collectors.joining(", "));
    String text =
        "package %s; public interface %s { %s call(%s) throws Throwable; }"
            .formatted(PACKAGE, type, gives ? "Object" : "void", list);
    return new SourceUnit(new SourceFile(PACKAGE + "/" + type + ".java", text));
  }
}
