package models.java.lang;

public final class StringBuilderModel {
  private StringBuilderModel() {}

  public static StringBuilder append(StringBuilder self, Object value) {
    return self.append(String.valueOf(value));
  }

  public static StringBuilder append(StringBuilder self, CharSequence value) {
    return self.append(String.valueOf((Object) value));
  }

  public static StringBuilder append(StringBuilder self, char[] value) {
    return self.append(String.valueOf(value));
  }

  public static StringBuilder append(StringBuilder self, CharSequence value, int start, int end) {
    return self.append(String.valueOf((Object) value).substring(start, end));
  }

  public static StringBuilder insert(StringBuilder self, int index, Object value) {
    return self.insert(index, String.valueOf(value));
  }

  public static boolean isEmpty(StringBuilder self) {
    return self.length() == 0;
  }
}
