package dev.dmalint.analyzer.frontend.java;

import java.util.Set;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Answers the compiler's questions for types: first from all sources of the run, then from class
 * files. Modules are not told apart.
 */
final class Surroundings implements INameEnvironment {
  private final SourceIndex sources;
  private final ClassFiles classes;
  private final Set<String> hidden;
  private final Deadline deadline;

  /**
   * @param hidden paths of files that must not be read again
   */
  Surroundings(SourceIndex sources, ClassFiles classes, Set<String> hidden, Deadline deadline) {
    this.sources = sources;
    this.classes = classes;
    this.hidden = hidden;
    this.deadline = deadline;
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[][] name) {
    return find(packageOf(name, name.length - 1), new String(name[name.length - 1]));
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[] type, char[][] packageName) {
    return find(packageOf(packageName, packageName.length), new String(type));
  }

  private @Nullable NameEnvironmentAnswer find(String packageName, String type) {
    deadline.check();
    SourceUnit unit = sources.owner(packageName, type);
    if (unit != null && !hidden.contains(unit.path())) {
      return new NameEnvironmentAnswer(unit, null);
    }
    SourceUnit unknown = UnknownInterface.find(packageName, type);
    if (unknown != null) {
      return new NameEnvironmentAnswer(unknown, null);
    }
    String name = packageName.isEmpty() ? type : packageName + "/" + type;
    return classes.find(name).map(bytes -> answer(name, bytes)).orElse(null);
  }

  @SuppressWarnings("NullAway") // an answer without restriction
  private static @Nullable NameEnvironmentAnswer answer(String name, byte[] bytes) {
    try {
      char[] file = (name + ".class").toCharArray();
      return new NameEnvironmentAnswer(new ClassFileReader(bytes, file), null);
    } catch (ClassFormatException damaged) {
      return null;
    }
  }

  @Override
  public boolean isPackage(char[][] parent, char[] name) {
    deadline.check();
    String head = parent == null ? "" : packageOf(parent, parent.length);
    String full = head.isEmpty() ? new String(name) : head + "/" + new String(name);
    return UnknownInterface.isPackage(full) || sources.isPackage(full) || classes.isPackage(full);
  }

  private static String packageOf(char[] @Nullable [] parts, int length) {
    return parts == null || length == 0
        ? ""
        : new String(CharOperation.concatWith(CharOperation.subarray(parts, 0, length), '/'));
  }

  @Override
  public void cleanup() {}
}
