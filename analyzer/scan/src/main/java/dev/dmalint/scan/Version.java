package dev.dmalint.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of dmalint. */
public final class Version {
  private static final String RESOURCE = "version.properties";

  private Version() {}

  /** {@return such as {@code 0.1.0}; the build writes it into a resource} */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the build");
      }
      properties.load(in);
    } catch (IOException trouble) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", trouble);
    }
    return properties.getProperty("version", "");
  }
}
