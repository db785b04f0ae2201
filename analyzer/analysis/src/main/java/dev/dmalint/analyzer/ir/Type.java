package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A class, interface, enum, record or annotation that the source declares.
 *
 * @param name its binary name
 * @param superclass empty for interfaces
 * @param interfaces direct superinterfaces
 * @param flags modifiers and kind
 * @param annotations on the type
 * @param fields declared and made-up ones, in order
 * @param methods declared and made-up ones, in order
 * @param at the name in the declaration
 */
public record Type(
    TypeName name,
    Optional<TypeName> superclass,
    List<TypeName> interfaces,
    Set<Flag> flags,
    List<Annotation> annotations,
    List<Field> fields,
    List<Method> methods,
    SourceSpan at) {
  public Type {
    requireNonNull(name);
    requireNonNull(superclass);
    interfaces = List.copyOf(interfaces);
    flags = Set.copyOf(flags);
    annotations = List.copyOf(annotations);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    requireNonNull(at);
  }
}
