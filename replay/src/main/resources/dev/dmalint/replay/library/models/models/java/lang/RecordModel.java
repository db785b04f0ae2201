package models.java.lang;

import models.Reflection;

public final class RecordModel {
  private RecordModel() {}

  public static String toString(Record self) {
    Object[] values = Reflection.values(self);
    String[] names = Reflection.names(self);
    StringBuilder text = new StringBuilder(self.getClass().getSimpleName());
    text.append('[');
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(names[i]).append('=').append(values[i]);
    }
    return text.append(']').toString();
  }

  public static int hashCode(Record self) {
    int hash = 0;
    for (Object value : Reflection.values(self)) {
      hash = 31 * hash + (value == null ? 0 : value.hashCode());
    }
    return hash;
  }

  public static boolean equals(Record self, Object other) {
    if (other == null || self.getClass() != other.getClass()) {
      return false;
    }
    Object[] a = Reflection.values(self);
    Object[] b = Reflection.values((Record) other);
    for (int i = 0; i < a.length; i++) {
      if (a[i] == null ? b[i] != null : !a[i].equals(b[i])) {
        return false;
      }
    }
    return true;
  }
}
