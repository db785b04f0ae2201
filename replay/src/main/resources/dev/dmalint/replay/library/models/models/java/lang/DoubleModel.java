package models.java.lang;

public final class DoubleModel {
  private DoubleModel() {}

  public static Double valueOf(String text) {
    return Double.parseDouble(text);
  }
}
