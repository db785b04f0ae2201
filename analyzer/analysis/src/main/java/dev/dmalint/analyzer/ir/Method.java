package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A method with its body.
 *
 * @param name owner, name and signature
 * @param flags modifiers
 * @param annotations on the method
 * @param receiver the local that holds {@code this}, index 0; empty for static methods
 * @param parameters in order; their locals follow the receiver's
 * @param locals all locals by index
 * @param blocks the body, entry first; empty for abstract and native methods
 * @param at the name in the declaration
 */
public record Method(
    MethodName name,
    Set<Flag> flags,
    List<Annotation> annotations,
    Optional<Local> receiver,
    List<Parameter> parameters,
    List<Local> locals,
    List<Block> blocks,
    SourceSpan at) {
  public Method {
    requireNonNull(name);
    flags = Set.copyOf(flags);
    annotations = List.copyOf(annotations);
    requireNonNull(receiver);
    parameters = List.copyOf(parameters);
    locals = List.copyOf(locals);
    blocks = List.copyOf(blocks);
    requireNonNull(at);
  }

  /** {@return whether there is a body} */
  public boolean hasBody() {
    return !blocks.isEmpty();
  }

  /** {@return whether there is no receiver} */
  public boolean isStatic() {
    return receiver.isEmpty();
  }
}
