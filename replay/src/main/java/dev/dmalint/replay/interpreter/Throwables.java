package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.TypeName;

/** What the interpreter knows of the model of {@code java.lang.Throwable}. */
final class Throwables {
  private static final TypeName THROWABLE = new TypeName("java.lang.Throwable");

  static final FieldName MESSAGE = new FieldName(THROWABLE, "message", TypeName.STRING);
  static final FieldName CAUSE = new FieldName(THROWABLE, "cause", THROWABLE);

  private Throwables() {}
}
