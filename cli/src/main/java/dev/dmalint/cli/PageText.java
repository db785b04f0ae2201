package dev.dmalint.cli;

import dev.dmalint.reports.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renders the Markdown of rule pages as text: headings, paragraphs, lists, code blocks and tables.
 * Marks of emphasis are dropped, code in a line keeps its backquotes, a link keeps its address.
 */
final class PageText {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]+)\\]\\(([^()\\s]+)\\)");
  private static final Pattern EMPHASIS =
      Pattern.compile("\\*\\*([^*`]+)\\*\\*|(?<!\\*)\\*([^*\\s`][^*`]*)\\*");
  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*+]|\\d+\\.)\\s+(.*)");
  private static final String FENCE = "```";
  private static final String CODE_INDENT = "    ";
  private static final int LEAST_WIDTH = 40;

  private final boolean coloured;
  private final int width;

  PageText(boolean coloured, int width) {
    this.coloured = coloured;
    this.width = Math.max(width, LEAST_WIDTH);
  }

  /** {@return a heading with an empty line below} */
  String heading(String text) {
    String safe = SafeText.of(text);
    return (coloured ? "\u001b[1m" + safe + "\u001b[0m" : safe) + "\n\n";
  }

  /** {@return a wrapped paragraph with an empty line below; nothing for an empty one} */
  String paragraph(String text) {
    return text.isBlank() ? "" : wrapped(text, "", "") + "\n";
  }

  /** {@return a page} */
  String of(String markdown) {
    StringBuilder text = new StringBuilder();
    List<String> open = new ArrayList<>();
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      if (line.strip().startsWith(FENCE)) {
        close(open, text);
        code = !code;
        if (!code) {
          text.append('\n');
        }
      } else if (code) {
        text.append((CODE_INDENT + SafeText.of(line)).stripTrailing()).append('\n');
      } else if (line.isBlank()) {
        close(open, text);
      } else if (line.startsWith("#")) {
        close(open, text);
        text.append(heading(inline(line.replaceFirst("^#+\\s*", ""))));
      } else {
        open.add(line);
      }
    }
    close(open, text);
    return text.toString();
  }

  /** Ends a run of lines without an empty one between them. */
  private void close(List<String> lines, StringBuilder text) {
    if (lines.isEmpty()) {
      return;
    }
    if (lines.get(0).startsWith("|")) {
      table(PageTable.of(lines), text);
    } else {
      prose(lines, text);
    }
    text.append('\n');
    lines.clear();
  }

  /** Columns side by side, the last one wrapped. */
  private void table(PageTable table, StringBuilder text) {
    for (List<String> row : table.rows()) {
      String first = SafeText.of(table.head(row));
      text.append(wrapped(inline(table.last(row)), first, " ".repeat(first.length())));
    }
  }

  /** Paragraphs and lists. */
  private void prose(List<String> lines, StringBuilder text) {
    StringBuilder paragraph = new StringBuilder();
    String first = "";
    String next = "";
    for (String line : lines) {
      var item = ITEM.matcher(line);
      if (item.matches()) {
        flush(paragraph, first, next, text);
        first = item.group(1) + item.group(2) + " ";
        next = " ".repeat(first.length());
        paragraph.append(item.group(3));
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
      }
    }
    flush(paragraph, first, next, text);
  }

  private void flush(StringBuilder paragraph, String first, String next, StringBuilder text) {
    if (!paragraph.isEmpty()) {
      text.append(wrapped(inline(paragraph.toString()), first, next));
      paragraph.setLength(0);
    }
  }

  private static String inline(String markdown) {
    String linked = LINK.matcher(markdown).replaceAll("$1 ($2)");
    return EMPHASIS
        .matcher(linked)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(found.group(1) != null ? found.group(1) : found.group(2)));
  }

  private String wrapped(String text, String first, String next) {
    StringBuilder result = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : SafeText.of(text).strip().split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        result.append(line).append('\n');
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return result.append(line).append('\n').toString();
  }
}
