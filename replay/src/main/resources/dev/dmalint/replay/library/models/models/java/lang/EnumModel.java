package models.java.lang;

import models.Reflection;

public final class EnumModel {
  private EnumModel() {}

  public static String toString(Enum self) {
    return self.name();
  }

  public static int compareTo(Enum self, Object other) {
    return compareTo(self, (Enum) other);
  }

  public static int compareTo(Enum self, Enum other) {
    if (self.getDeclaringClass() != other.getDeclaringClass()) {
      throw new ClassCastException();
    }
    return self.ordinal() - other.ordinal();
  }

  public static Enum valueOf(Class type, String name) {
    if (name == null) {
      throw new NullPointerException("Name is null");
    }
    for (Object each : type.getEnumConstants()) {
      if (((Enum) each).name().equals(name)) {
        return (Enum) each;
      }
    }
    throw new IllegalArgumentException(
        "No enum constant " + Reflection.binaryName(type).replace('$', '.') + "." + name);
  }
}
