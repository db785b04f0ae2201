package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method as declared: owner, name and erased signature.
 *
 * @param owner the type that declares it
 * @param name its name; {@code <init>} for constructors, {@code <clinit>} for static initialisers
 * @param parameters erased parameter types, without the receiver
 * @param result erased result type; {@code void} for constructors
 */
public record MethodName(TypeName owner, String name, List<TypeName> parameters, TypeName result)
    implements Comparable<MethodName> {
  private static final Comparator<MethodName> ORDER =
      Comparator.comparing(MethodName::owner)
          .thenComparing(MethodName::name)
          .thenComparing(method -> method.parameters().toString())
          .thenComparing(MethodName::result);

  public MethodName {
    requireNonNull(owner);
    requireNonNull(name);
    parameters = List.copyOf(parameters);
    requireNonNull(result);
  }

  /** {@return name and parameters, what an overriding method shares: {@code put(int,long)}} */
  public String signature() {
    return parameters.stream()
        .map(TypeName::text)
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  /** {@return whether this is a constructor} */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  @Override
  public int compareTo(MethodName other) {
    return ORDER.compare(this, other);
  }

  /** {@return {@code owner#name(parameters)}} */
  @Override
  public String toString() {
    return owner + "#" + signature();
  }
}
