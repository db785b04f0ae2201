package models.java.lang;

public final class BooleanModel {
  private BooleanModel() {}

  public static Boolean valueOf(String text) {
    return Boolean.parseBoolean(text);
  }
}
