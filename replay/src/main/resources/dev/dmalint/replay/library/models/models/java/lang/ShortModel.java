package models.java.lang;

public final class ShortModel {
  private ShortModel() {}

  public static Short valueOf(String text) {
    return Short.parseShort(text);
  }
}
