package dev.dmalint.cli;

import dev.dmalint.reports.LineHashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * GitHub's {@code primaryLocationLineHash} of the lines that were read: a rolling hash over the 100
 * UTF-16 units that follow the start of a line, blanks left out and line ends unified, with a count
 * that tells equal ones apart.
 */
final class SourceLineHashes implements LineHashes {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final long BASE_TO_THE_WINDOW = power();
  private static final char END = '\uffff';

  private final SortedMap<String, String> texts;
  private final Map<String, List<String>> hashes = new HashMap<>();

  SourceLineHashes(SortedMap<String, String> texts) {
    this.texts = texts;
  }

  @Override
  public Optional<String> at(String file, int line) {
    String text = texts.get(file);
    if (text == null) {
      return Optional.empty();
    }
    List<String> lines = hashes.computeIfAbsent(file, name -> hashes(text));
    return line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty();
  }

  private static long power() {
    long power = 1;
    for (int factor = 0; factor < WINDOW; factor++) {
      power *= BASE;
    }
    return power;
  }

  /** {@return the hash of each line, by line number less one} */
  static List<String> hashes(String text) {
    Roll roll = new Roll();
    char before = 0;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      boolean secondOfPair = unit == '\n' && before == '\r';
      before = unit;
      if (unit != ' ' && unit != '\t' && !secondOfPair) {
        roll.take(unit == '\r' ? '\n' : unit);
      }
    }
    roll.take(END);
    for (int rest = 0; rest < WINDOW; rest++) {
      roll.take((char) 0);
    }
    return roll.done;
  }

  /** The ring of the last units, and for each the line that began with it. */
  private static final class Roll {
    private final char[] units = new char[WINDOW];
    private final boolean[] begins = new boolean[WINDOW];
    private final List<String> done = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private long hash;
    private int at;
    private boolean lineStarts = true;

    void take(char unit) {
      if (begins[at]) {
        String hex = Long.toHexString(hash);
        done.add(hex + ":" + seen.merge(hex, 1, Integer::sum));
      }
      begins[at] = lineStarts;
      lineStarts = unit == '\n';
      hash = BASE * hash + unit - BASE_TO_THE_WINDOW * units[at];
      units[at] = unit;
      at = (at + 1) % WINDOW;
    }
  }
}
