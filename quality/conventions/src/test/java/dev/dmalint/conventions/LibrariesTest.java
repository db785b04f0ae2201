package dev.dmalint.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The jars the modules bring along. */
final class LibrariesTest {
  private static final int JAVA_17 = 61;

  @Test
  void noLibraryNeedsMoreThanJava17() throws IOException {
    Map<String, Integer> newest = new TreeMap<>();
    for (File jar : jars()) {
      try (JarFile open = new JarFile(jar)) {
        for (JarEntry entry : classes(open)) {
          newest.merge(jar.getName(), major(open, entry), Math::max);
        }
      }
    }
    assertThat(newest)
        .isNotEmpty()
        .allSatisfy((jar, major) -> assertThat(major).isLessThanOrEqualTo(JAVA_17));
  }

  @Test
  void noClassComesFromTwoLibraries() throws IOException {
    Map<String, String> home = new TreeMap<>();
    for (File jar : jars()) {
      try (JarFile open = new JarFile(jar)) {
        for (JarEntry entry : classes(open)) {
          assertThat(home.putIfAbsent(entry.getName(), jar.getName()))
              .as("%s, also in %s", entry.getName(), jar.getName())
              .isNull();
        }
      }
    }
  }

  private static List<File> jars() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .map(File::new)
        .filter(File::isFile)
        .toList();
  }

  private static List<JarEntry> classes(JarFile jar) {
    return jar.stream()
        .filter(entry -> entry.getName().endsWith(".class"))
        .filter(entry -> !entry.getName().startsWith("META-INF/"))
        .filter(entry -> !entry.getName().equals("module-info.class"))
        .toList();
  }

  private static int major(JarFile jar, JarEntry entry) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readInt();
      in.readUnsignedShort();
      return in.readUnsignedShort();
    }
  }
}
