package dev.dmalint.scan.files;

import dev.dmalint.findings.Gap;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Finds the Java files below the paths of a scan. */
public final class SourceFinder {
  private final Excludes excludes;
  private final List<Root> roots;
  private final List<FoundFile> files = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();
  private final List<String> doubles = new ArrayList<>();
  private int skipped;

  private SourceFinder(List<Root> roots, Excludes excludes) {
    this.roots = roots;
    this.excludes = excludes;
  }

  /** A symbolic link that is named like a Java file and leads to a regular file. */
  private record Link(String name, Path target, Root root) {}

  /**
   * Finds them. Links are followed where they are given as a path, else only from file to file
   * within the paths.
   *
   * @param given files and folders, relative to {@code directory}, in any order
   * @param directory the folder the scan was started in
   * @throws UsageException if a path does not exist, or is neither a folder nor a Java file
   */
  public static Found find(List<Path> given, Path directory, Excludes excludes)
      throws UsageException {
    List<Root> roots = new ArrayList<>();
    for (Path path : given) {
      roots.add(root(path, directory));
    }
    roots.sort(Comparator.comparing(Root::real).thenComparing(Root::prefix));
    SourceFinder finder = new SourceFinder(roots, excludes);
    for (Root root : roots) {
      finder.enter(root);
    }
    finder.resolveLinks();
    return finder.result();
  }

  private static Root root(Path path, Path directory) throws UsageException {
    Root root;
    try {
      root = Root.of(path, directory);
    } catch (NoSuchFileException trouble) {
      throw new UsageException(
          "no such file or folder: \"%s\"; paths start from \"%s\"".formatted(path, directory),
          trouble);
    } catch (IOException trouble) {
      throw new UsageException(
          "cannot reach \"%s\": %s; give a file or folder that can be read"
              .formatted(path, Trouble.of(trouble)),
          trouble);
    }
    if (!Files.isDirectory(root.real())) {
      if (!Files.isRegularFile(root.real())) {
        throw new UsageException(
            "\"%s\" is neither a file nor a folder; give Java files or folders of them"
                .formatted(path));
      }
      if (!isJava(root.real()) && !isJava(path)) {
        throw new UsageException(
            "\"%s\" is not a Java file; give files that end in .java or folders of them"
                .formatted(path));
      }
    }
    return root;
  }

  private void enter(Root root) {
    if (Files.isDirectory(root.real())) {
      walk(root, root.real());
    } else {
      add(root.prefix(), root.real(), root);
    }
  }

  /** Depth first without recursion: a tree may be as deep as its author likes. */
  private void walk(Root root, Path start) {
    List<Path> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      Path folder = open.remove(open.size() - 1);
      if (!seen.add(identity(folder))) {
        continue;
      }
      List<Path> below = new ArrayList<>();
      for (Path entry : entries(root, folder)) {
        visit(root, entry, below);
      }
      open.addAll(below);
    }
  }

  private List<Path> entries(Root root, Path folder) {
    try {
      return Folder.entries(folder);
    } catch (IOException trouble) {
      gap(
          Gap.Kind.UNREADABLE,
          root.name(folder),
          "this folder cannot be listed (%s), so nothing below it was scanned; make it readable"
              .formatted(Trouble.of(trouble)));
      return List.of();
    }
  }

  private void visit(Root root, Path entry, List<Path> below) {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException vanished) {
      if (isJava(entry)) {
        skip(root.name(entry), Gap.Kind.UNREADABLE, "it cannot be looked at; scan again");
      }
      return;
    }
    boolean matters = attributes.isDirectory() || attributes.isSymbolicLink() || isJava(entry);
    if (matters && excludes.cover(entry)) {
      excluded.add(root.name(entry));
    } else if (attributes.isDirectory()) {
      visitFolder(root, entry, below);
    } else if (attributes.isSymbolicLink()) {
      visitLink(root, entry);
    } else if (isJava(entry)) {
      visitFile(root, entry, attributes);
    }
  }

  private void visitFolder(Root root, Path folder, List<Path> below) {
    // A path that the user gave is never left out for a name above it or its own.
    if (!Folder.isLeftOut(folder)
        || roots.stream().anyMatch(other -> other.real().equals(folder))) {
      below.add(folder);
    } else if (Folder.holdsJava(folder)) {
      leftOut.add(root.name(folder));
    }
  }

  private void visitFile(Root root, Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      add(root.name(file), file, root);
    } else {
      skip(
          root.name(file),
          Gap.Kind.NOT_A_FILE,
          "it is a pipe, a socket or a device, and was not opened; remove or rename it");
    }
  }

  private void visitLink(Root root, Path link) {
    Path target;
    BasicFileAttributes attributes;
    try {
      target = link.toRealPath();
      attributes = Files.readAttributes(target, BasicFileAttributes.class);
    } catch (IOException leadsNowhere) {
      if (isJava(link)) {
        skip(
            root.name(link),
            Gap.Kind.NOT_A_FILE,
            "it is a symbolic link that leads nowhere or to itself; mend or remove it");
      }
      return;
    }
    boolean inside = roots.stream().anyMatch(other -> other.holds(target));
    if (attributes.isDirectory()) {
      linkedFolder(root, link, inside);
    } else if (isJava(link)) {
      linkedFile(root, link, target, attributes, inside);
    }
  }

  private void linkedFolder(Root root, Path link, boolean inside) {
    if (!inside) {
      gap(
          Gap.Kind.NOT_A_FILE,
          root.name(link),
          "it is a symbolic link to a folder outside the scanned paths, and was not followed;"
              + " give that folder as a path to scan it");
    }
  }

  private void linkedFile(
      Root root, Path link, Path target, BasicFileAttributes attributes, boolean inside) {
    if (attributes.isRegularFile() && inside) {
      links.add(new Link(root.name(link), target, root));
    } else if (attributes.isRegularFile()) {
      skip(
          root.name(link),
          Gap.Kind.NOT_A_FILE,
          "it is a symbolic link to a file outside the scanned paths, and was not followed;"
              + " give that file as a path to scan it");
    } else {
      skip(
          root.name(link),
          Gap.Kind.NOT_A_FILE,
          "it is a symbolic link to a pipe, a socket or a device, and was not opened; remove it");
    }
  }

  /** After the walk: most links lead to a file that was found under its own name. */
  private void resolveLinks() {
    links.sort(Comparator.comparing(Link::name));
    links.forEach(link -> add(link.name(), link.target(), link.root()));
  }

  private void add(String name, Path real, Root root) {
    if (seen.add(identity(real))) {
      files.add(new FoundFile(name, real, root));
      names.add(name);
    } else if (!names.contains(name)) {
      doubles.add(name);
    }
  }

  /** What two names of one file have in common. */
  private static Object identity(Path real) {
    try {
      Object key = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
      return key == null ? real : key;
    } catch (IOException vanished) {
      return real;
    }
  }

  private void skip(String name, Gap.Kind kind, String message) {
    skipped++;
    gap(kind, name, message);
  }

  private void gap(Gap.Kind kind, String name, String message) {
    gaps.add(new Gap(kind, name, 1, message));
  }

  private Found result() {
    return new Found(roots, uniquelyNamed(), skipped, gaps, leftOut, excluded, doubles);
  }

  /** Two paths outside the start folder may end alike; then the later file gets its whole path. */
  private List<FoundFile> uniquelyNamed() {
    TreeMap<String, FoundFile> byName = new TreeMap<>();
    for (FoundFile file : files) {
      String name = file.name();
      if (byName.containsKey(name)) {
        name = Root.slashed(file.file());
      }
      while (byName.containsKey(name)) {
        name = name + "~";
      }
      byName.put(name, new FoundFile(name, file.file(), file.root()));
    }
    return List.copyOf(byName.values());
  }

  private static boolean isJava(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().endsWith(".java");
  }
}
