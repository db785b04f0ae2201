package dev.dmalint.scan.files;

import dev.dmalint.findings.Gap;
import java.util.List;

/**
 * What lies below the paths of a scan.
 *
 * @param roots the paths, sorted by real path
 * @param files the Java files to read, sorted by name; no real file stands here twice
 * @param skipped how many things named like a Java file are none that can be read: links to
 *     elsewhere, pipes, sockets, devices; each has a gap
 * @param gaps for those, for links to folders elsewhere, and for folders that could not be listed
 * @param leftOut folders that hold Java files and were left out by their name, as reports call them
 * @param excluded files and folders that the configuration excludes, as reports call them
 * @param doubles names of files that are read under another name: links, second names
 */
public record Found(
    List<Root> roots,
    List<FoundFile> files,
    int skipped,
    List<Gap> gaps,
    List<String> leftOut,
    List<String> excluded,
    List<String> doubles) {
  public Found {
    roots = List.copyOf(roots);
    files = List.copyOf(files);
    gaps = gaps.stream().sorted().toList();
    leftOut = leftOut.stream().sorted().distinct().toList();
    excluded = excluded.stream().sorted().distinct().toList();
    doubles = doubles.stream().sorted().distinct().toList();
  }
}
