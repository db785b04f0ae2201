package dev.dmalint.analyzer.space;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Keys of findings that stay the same while lines move and white space changes. */
final class Fingerprints {
  private static final int BYTES = 16;

  private Fingerprints() {}

  static String of(String mistake, List<String> drivers, String what, String source, String sink) {
    String key =
        String.join("\n", mistake, String.join(",", drivers), what, shape(source), shape(sink));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String shape(String line) {
    return line.replaceAll("\\s+", "");
  }
}
