package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.Gap.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is missing in one file. A missing type or member is told once, where it is first used. */
final class Gaps {
  private static final int MOST_SYNTAX_ERRORS = 20;

  private final String path;
  private final Positions positions;
  private final TreeSet<Gap> constructs = new TreeSet<>();
  private final TreeSet<Gap> syntax = new TreeSet<>();
  private final Map<String, Integer> missing = new TreeMap<>();

  Gaps(String path, Positions positions) {
    this.path = path;
    this.positions = positions;
  }

  void syntaxError(int offset, String message) {
    syntax.add(new Gap(Kind.SYNTAX, path, positions.line(offset), message));
  }

  void notLowered(int offset, String construct) {
    constructs.add(
        new Gap(
            Kind.NOT_LOWERED,
            path,
            positions.line(offset),
            construct + " was not followed; its effect counts as unknown"));
  }

  void declaredBefore(int offset, String type, String owner) {
    constructs.add(
        new Gap(
            Kind.NOT_LOWERED,
            path,
            positions.line(offset),
            "type " + type + " is declared in " + owner + " already; this one was left out"));
  }

  void missingType(String name, int offset) {
    missing(
        "type "
            + name
            + " is declared neither by the sources nor by the class path; calls on it are followed"
            + " as unknown",
        offset);
  }

  void missingPackage(String name, int offset) {
    missing(
        "neither the sources nor the class path have anything in "
            + name
            + "; calls on its types are followed as unknown",
        offset);
  }

  void missingMember(String owner, String member, int offset) {
    missing(
        "no "
            + member
            + " was found in "
            + owner
            + "; calls and reads of it are followed as unknown",
        offset);
  }

  private void missing(String message, int offset) {
    missing.merge(message, positions.line(offset), Math::min);
  }

  FileState state() {
    return constructs.isEmpty() && syntax.isEmpty() ? FileState.PARSED : FileState.PARTIAL;
  }

  List<Gap> all() {
    List<Gap> all = new ArrayList<>(constructs);
    all.addAll(syntax.stream().limit(MOST_SYNTAX_ERRORS).toList());
    missing.forEach((message, line) -> all.add(new Gap(Kind.MISSING_TYPE, path, line, message)));
    return all;
  }
}
