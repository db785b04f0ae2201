package models.java.lang;

public final class LongModel {
  private LongModel() {}

  public static Long valueOf(String text) {
    return Long.parseLong(text);
  }
}
