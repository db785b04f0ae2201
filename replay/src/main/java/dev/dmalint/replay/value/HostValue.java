package dev.dmalint.replay.value;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.TypeName;

/** An object that host functions made and alone look into. */
public final class HostValue implements Reference {
  private final TypeName type;
  private final Object content;

  /** An object of {@code type} for the program, {@code content} for the host. */
  public HostValue(TypeName type, Object content) {
    this.type = requireNonNull(type);
    this.content = requireNonNull(content);
  }

  @Override
  public TypeName type() {
    return type;
  }

  /** {@return what the host keeps in it} */
  public Object content() {
    return content;
  }

  @Override
  public String toString() {
    return type.text();
  }
}
