package models.java.lang;

public final class StringBufferModel {
  private StringBufferModel() {}

  public static StringBuffer append(StringBuffer self, Object value) {
    return self.append(String.valueOf(value));
  }

  public static StringBuffer append(StringBuffer self, CharSequence value) {
    return self.append(String.valueOf((Object) value));
  }

  public static StringBuffer append(StringBuffer self, char[] value) {
    return self.append(String.valueOf(value));
  }

  public static StringBuffer append(StringBuffer self, CharSequence value, int start, int end) {
    return self.append(String.valueOf((Object) value).substring(start, end));
  }

  public static StringBuffer insert(StringBuffer self, int index, Object value) {
    return self.insert(index, String.valueOf(value));
  }

  public static boolean isEmpty(StringBuffer self) {
    return self.length() == 0;
  }
}
