package models.java.lang;

public final class FloatModel {
  private FloatModel() {}

  public static Float valueOf(String text) {
    return Float.parseFloat(text);
  }
}
