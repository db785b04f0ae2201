package models.java.lang;

public final class ByteModel {
  private ByteModel() {}

  public static Byte valueOf(String text) {
    return Byte.parseByte(text);
  }
}
