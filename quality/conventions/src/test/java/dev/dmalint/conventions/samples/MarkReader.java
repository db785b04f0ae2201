package dev.dmalint.conventions.samples;

import dev.dmalint.conventions.samples.Mark.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the marks of one file. Whatever starts like a mark is one, or an error. */
final class MarkReader {
  private static final Pattern START =
      Pattern.compile("//\\s*(want|source|missed|spurious)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK =
      Pattern.compile(
          "// (?<kind>want|source|missed|spurious) (?<rule>[a-z0-9]+(?:-[a-z0-9]+)*)"
              + "(?: \"(?<message>[^\"]+)\")?(?: breaks=(?<breaks>P\\w+(?:,P\\w+)*))?");

  private final String file;
  private final List<String> lines;

  private MarkReader(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /**
   * {@return the marks in the comments of a file, in the order of the text}
   *
   * @param file path as findings name it
   * @param text its whole text
   * @throws IllegalArgumentException if a comment starts like a mark and is none; the message says
   *     where
   */
  static List<Mark> read(String file, String text) {
    return new MarkReader(file, text).read();
  }

  private List<Mark> read() {
    List<Mark> marks = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      if (START.matcher(lines.get(index)).find()) {
        marks.add(mark(index));
      }
    }
    return marks;
  }

  private Mark mark(int index) {
    Matcher matcher = MARK.matcher(lines.get(index).strip());
    if (!matcher.matches()) {
      throw unreadable(index, "write kind, rule, \"part of the message\", breaks=P1,P2");
    }
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.word().equals(matcher.group("kind")))
            .findFirst()
            .orElseThrow();
    Optional<String> message = Optional.ofNullable(matcher.group("message"));
    Optional<String> breaks = Optional.ofNullable(matcher.group("breaks"));
    if (kind == Kind.SOURCE && (message.isPresent() || breaks.isPresent())) {
      throw unreadable(index, "a source has a rule and nothing else");
    }
    List<String> ids = breaks.map(text -> List.of(text.split(","))).orElse(List.of());
    if (ids.stream().distinct().count() < ids.size()) {
      throw unreadable(index, "a platform stands twice");
    }
    return new Mark(
        kind, matcher.group("rule"), file, below(index), message, breaks.map(text -> ids));
  }

  private int below(int index) {
    for (int next = index + 1; next < lines.size(); next++) {
      String line = lines.get(next).strip();
      if (!line.isEmpty() && !line.startsWith("//")) {
        return next + 1;
      }
    }
    throw unreadable(index, "no line follows");
  }

  private IllegalArgumentException unreadable(int index, String why) {
    return new IllegalArgumentException(
        "%s:%d: not a mark: %s; %s".formatted(file, index + 1, lines.get(index).strip(), why));
  }
}
