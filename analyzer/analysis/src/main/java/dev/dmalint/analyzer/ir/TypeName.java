package dev.dmalint.analyzer.ir;

/**
 * The erased name of a type: a primitive ({@code long}), {@code void}, a class by its binary name
 * ({@code a.b.Outer$Inner}), or one of these followed by {@code []} once a dimension. A class that
 * no source and no class path entry declares keeps the name as it was written.
 *
 * @param text the name, not empty
 */
public record TypeName(String text) implements Comparable<TypeName> {
  public static final TypeName VOID = new TypeName("void");
  public static final TypeName BOOLEAN = new TypeName("boolean");
  public static final TypeName INT = new TypeName("int");
  public static final TypeName LONG = new TypeName("long");
  public static final TypeName OBJECT = new TypeName("java.lang.Object");
  public static final TypeName STRING = new TypeName("java.lang.String");

  public TypeName {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a type has a name");
    }
  }

  /** {@return whether this is one of the eight primitive types} */
  public boolean isPrimitive() {
    return switch (text) {
      case "boolean", "byte", "short", "char", "int", "long", "float", "double" -> true;
      default -> false;
    };
  }

  /** {@return whether values are whole numbers, {@code char} and {@code boolean} included} */
  public boolean isIntegral() {
    return integralBits() != 0;
  }

  /**
   * {@return the width of an integral type in bits, 1 for {@code boolean}; 0 for any other type}
   */
  public int integralBits() {
    return switch (text) {
      case "boolean" -> 1;
      case "byte" -> 8;
      case "short", "char" -> 16;
      case "int" -> 32;
      case "long" -> 64;
      default -> 0;
    };
  }

  /** {@return whether values are objects or arrays} */
  public boolean isReference() {
    return !isPrimitive() && !text.equals("void");
  }

  /** {@return whether this names an array type} */
  public boolean isArray() {
    return text.endsWith("[]");
  }

  /**
   * {@return the type of this array's elements}
   *
   * @throws IllegalStateException if this is no array type
   */
  public TypeName element() {
    if (!isArray()) {
      throw new IllegalStateException("no array: " + text);
    }
    return new TypeName(text.substring(0, text.length() - 2));
  }

  /** {@return the type of arrays with elements of this type} */
  public TypeName array() {
    return new TypeName(text + "[]");
  }

  /** {@return the part after the last '.' and '$'} */
  public String simple() {
    return text.substring(Math.max(text.lastIndexOf('.'), text.lastIndexOf('$')) + 1);
  }

  @Override
  public int compareTo(TypeName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
