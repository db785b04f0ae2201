package dev.dmalint.reports;

import java.nio.charset.StandardCharsets;

/** File names as relative references of RFC 3986. */
final class SarifUri {
  /** Beside letters and digits, what stands for itself in a path wherever it stands. */
  private static final String PLAIN = "-._~!$&'()*+,;=@/";

  private SarifUri() {}

  /**
   * {@return the reference, percent-encoded as UTF-8}
   *
   * <p>The colon is encoded too, since it would end a scheme in the first part of a path.
   *
   * @param file a path relative to the scan's root, '/' between its parts
   */
  static String of(String file) {
    StringBuilder uri = new StringBuilder(file.length() + 16);
    file.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
        .forEach(point -> append(uri, point));
    return uri.toString();
  }

  private static void append(StringBuilder uri, int point) {
    if (isPlain(point)) {
      uri.append((char) point);
      return;
    }
    for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      uri.append("%%%02X".formatted(octet & 0xff));
    }
  }

  private static boolean isPlain(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || (point >= '0' && point <= '9')
        || PLAIN.indexOf(point) >= 0;
  }
}
