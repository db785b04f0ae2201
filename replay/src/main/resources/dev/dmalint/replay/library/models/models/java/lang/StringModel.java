package models.java.lang;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public final class StringModel {
  private StringModel() {}

  public static String valueOf(Object value) {
    return value == null ? "null" : value.toString();
  }

  public static String join(CharSequence between, CharSequence[] parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : between).append(parts[i]);
    }
    return text.toString();
  }

  public static String join(CharSequence between, Iterable parts) {
    StringBuilder text = new StringBuilder();
    boolean isFirst = true;
    for (Iterator each = parts.iterator(); each.hasNext(); isFirst = false) {
      text.append(isFirst ? "" : between).append(each.next());
    }
    return text.toString();
  }

  public static boolean contentEquals(String self, CharSequence other) {
    return self.equals(other.toString());
  }

  public static IntStream chars(String self) {
    int[] units = new int[self.length()];
    for (int i = 0; i < units.length; i++) {
      units[i] = self.charAt(i);
    }
    return IntStream.of(units);
  }

  public static Stream lines(String self) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < self.length(); i++) {
      char unit = self.charAt(i);
      if (unit == '\n' || unit == '\r') {
        lines.add(self.substring(start, i));
        if (unit == '\r' && i + 1 < self.length() && self.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    if (start < self.length()) {
      lines.add(self.substring(start));
    }
    return lines.stream();
  }

  public static Object transform(String self, java.util.function.Function function) {
    return function.apply(self);
  }
}
