package models.java.lang;

public final class IntegerModel {
  private IntegerModel() {}

  public static Integer valueOf(String text) {
    return Integer.parseInt(text);
  }
}
