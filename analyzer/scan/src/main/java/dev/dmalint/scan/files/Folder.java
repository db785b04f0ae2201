package dev.dmalint.scan.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How folders are listed, and which are left out by their name. */
final class Folder {
  /** Where builds put what they make and fetch. */
  private static final Set<String> MADE = Set.of("build", "node_modules", "target");

  /** Looking for Java files in a folder that is left out ends after that many entries. */
  private static final int MOST_LOOKED_AT = 20_000;

  private Folder() {}

  /** {@return what lies in the folder, sorted; the order of the disk is anyone's guess} */
  static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException trouble) {
      throw trouble.getCause();
    }
    entries.sort(null);
    return entries;
  }

  /** {@return whether it is hidden, or one of those that builds fill} */
  static boolean isLeftOut(Path folder) {
    Path last = folder.getFileName();
    String name = last == null ? "" : last.toString();
    return name.startsWith(".") || MADE.contains(name);
  }

  /** {@return whether a Java file is among the first entries at or below that folder} */
  static boolean holdsJava(Path folder) {
    List<Path> open = new ArrayList<>(List.of(folder));
    int looked = 0;
    while (!open.isEmpty() && looked < MOST_LOOKED_AT) {
      List<Path> entries;
      try {
        entries = entries(open.remove(open.size() - 1));
      } catch (IOException unreadable) {
        continue;
      }
      for (Path entry : entries) {
        looked++;
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          open.add(entry);
        } else if (entry.toString().endsWith(".java")) {
          return true;
        }
      }
    }
    return false;
  }
}
