package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;

/** What the imports of a file say about names that nothing declares. */
final class Imports {
  private static final Pattern DOT = Pattern.compile("\\.");

  private final String packagePrefix;
  private final Map<String, String> types = new TreeMap<>();
  private final List<String> packages = new ArrayList<>();
  private final Map<String, String> members = new TreeMap<>();
  private final List<String> memberOwners = new ArrayList<>();

  Imports(CompilationUnitDeclaration tree) {
    String packageName = Trees.packageOf(tree).replace('/', '.');
    packagePrefix = packageName.isEmpty() ? "" : packageName + ".";
    for (ImportReference reference : Trees.list(tree.imports)) {
      add(reference, Trees.dotted(reference.tokens));
    }
  }

  private void add(ImportReference reference, String name) {
    boolean all = (reference.bits & ASTNode.OnDemand) != 0;
    int dot = name.lastIndexOf('.');
    if (all) {
      (reference.isStatic() ? memberOwners : packages).add(name);
    } else if (dot > 0) {
      (reference.isStatic() ? members : types)
          .putIfAbsent(
              name.substring(dot + 1), reference.isStatic() ? name.substring(0, dot) : name);
    }
  }

  /** {@return the written name, completed if a single-type import names its first part} */
  String complete(String written) {
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    String imported = types.get(first);
    return binary(imported == null ? written : imported + written.substring(first.length()));
  }

  /** {@return the binary name; by the usual spelling, types start with a capital} */
  static String binary(String qualified) {
    StringBuilder name = new StringBuilder();
    boolean inType = false;
    for (String part : DOT.split(qualified, -1)) {
      if (name.length() > 0) {
        name.append(inType ? '$' : '.');
      }
      name.append(part);
      inType |= !part.isEmpty() && Character.isUpperCase(part.charAt(0));
    }
    return name.toString();
  }

  /** {@return the qualified names that a written, undeclared type name may stand for, sorted} */
  List<TypeName> candidates(String written) {
    String completed = complete(written);
    if (!completed.equals(binary(written)) || startsWithPackage(written)) {
      return List.of(new TypeName(completed));
    }
    List<TypeName> names = new ArrayList<>();
    names.add(new TypeName(packagePrefix + completed));
    packages.forEach(name -> names.add(new TypeName(binary(name) + separator(name) + completed)));
    return names.stream().sorted().distinct().toList();
  }

  /** A star import may name a package or a type. */
  private static String separator(String container) {
    String last = container.substring(container.lastIndexOf('.') + 1);
    return Character.isUpperCase(last.charAt(0)) ? "$" : ".";
  }

  private static boolean startsWithPackage(String written) {
    return written.indexOf('.') > 0 && Character.isLowerCase(written.charAt(0));
  }

  /** {@return the type that a single static import takes {@code member} from} */
  Optional<TypeName> owner(String member) {
    return Optional.ofNullable(members.get(member)).map(Imports::binary).map(TypeName::new);
  }

  /** {@return the types whose static members are all imported, sorted} */
  List<TypeName> owners() {
    return memberOwners.stream()
        .map(Imports::binary)
        .map(TypeName::new)
        .sorted()
        .distinct()
        .toList();
  }
}
