package models.java.lang;

public final class ObjectModel {
  private ObjectModel() {}

  public static String toString(Object self) {
    return self.getClass().getName() + "@" + Integer.toHexString(self.hashCode());
  }
}
