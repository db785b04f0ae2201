package dev.dmalint.rules.samples;

import dev.dmalint.findings.Severity;
import dev.dmalint.rules.samples.Mark.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the marks of one file. Whatever starts like a mark is one, or an error. */
final class MarkReader {
  private static final Pattern START =
      Pattern.compile("//\\s*(want|source|missed|spurious)\\b(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern REST =
      Pattern.compile(
          "\\s+(?<rule>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\\s+\"(?<message>[^\"]+)\")?"
              + "(?<attributes>(?:\\s+[a-z]+=[A-Za-z0-9,]+)*)\\s*");
  private static final Pattern CONTINUED = Pattern.compile("//\\s*((?:\"|[a-z]+=).*)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<name>[a-z]+)=(?<value>[A-Za-z0-9,]+)");
  private static final List<String> ATTRIBUTES = List.of("breaks", "severity", "replay");
  private static final List<String> VERDICTS = List.of("confirmed", "refuted", "inconclusive");

  private final String file;
  private final List<String> lines;

  MarkReader(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  List<Mark> read() {
    List<Mark> marks = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      Matcher start = START.matcher(lines.get(index));
      if (start.find()) {
        marks.add(mark(index, start));
      }
    }
    return marks;
  }

  private Mark mark(int index, Matcher start) {
    if (!lines.get(index).strip().startsWith("//")) {
      throw unreadable(index, "it stands beside code, not above it");
    }
    Matcher rest = REST.matcher(start.group(2) + continued(index));
    if (!rest.matches()) {
      throw unreadable(index, "write kind, rule, \"message\", attribute=value");
    }
    Map<String, String> attributes = attributes(index, rest.group("attributes"));
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.word().equals(start.group(1)))
            .findFirst()
            .orElseThrow(() -> unreadable(index, "the kind is written small"));
    boolean bare = rest.group("message") == null && attributes.isEmpty();
    if (kind == Kind.SOURCE && !bare) {
      throw unreadable(index, "a source has a rule and nothing else");
    }
    return new Mark(
        kind,
        rest.group("rule"),
        below(index),
        Optional.ofNullable(rest.group("message")),
        Optional.ofNullable(attributes.get("breaks")).map(ids -> List.of(ids.split(","))),
        Optional.ofNullable(attributes.get("severity")).map(word -> severity(index, word)),
        Optional.ofNullable(attributes.get("replay")).map(word -> verdict(index, word)));
  }

  /** {@return what the formatter moved to the next lines of the comment} */
  private String continued(int index) {
    StringBuilder words = new StringBuilder();
    for (int next = index + 1; next < lines.size(); next++) {
      Matcher more = CONTINUED.matcher(lines.get(next).strip());
      if (!more.matches()) {
        break;
      }
      words.append(' ').append(more.group(1));
    }
    return words.toString();
  }

  private Map<String, String> attributes(int index, String text) {
    Map<String, String> attributes = new TreeMap<>();
    Matcher each = ATTRIBUTE.matcher(text);
    while (each.find()) {
      String name = each.group("name");
      if (!ATTRIBUTES.contains(name)) {
        throw unreadable(index, "there is no attribute \"" + name + "\"");
      }
      if (attributes.put(name, each.group("value")) != null) {
        throw unreadable(index, "\"" + name + "\" stands twice");
      }
    }
    return attributes;
  }

  private Severity severity(int index, String word) {
    return Arrays.stream(Severity.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(() -> unreadable(index, "there is no severity \"" + word + "\""));
  }

  private String verdict(int index, String word) {
    if (!VERDICTS.contains(word)) {
      throw unreadable(index, "there is no verdict \"" + word + "\"");
    }
    return word;
  }

  /** {@return the line a comment is about: the next one that is neither comment nor empty} */
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
