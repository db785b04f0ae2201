package dev.dmalint.replay.value;

import dev.dmalint.analyzer.ir.TypeName;

/** What a variable holds before anything is stored in it. */
public final class Zero {
  private Zero() {}

  /** {@return the zero of a type, {@link Nil} for references} */
  public static Object of(TypeName type) {
    return switch (type.text()) {
      case "boolean" -> false;
      case "byte" -> (byte) 0;
      case "short" -> (short) 0;
      case "char" -> '\0';
      case "int" -> 0;
      case "long" -> 0L;
      case "float" -> 0f;
      case "double" -> 0d;
      default -> Nil.NULL;
    };
  }
}
