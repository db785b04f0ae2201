package dev.dmalint.reports;

import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * A source line as a terminal shows it, with the part that a span covers. Leading blanks are left
 * out, tabs reach to the next multiple of four columns, and a line too wide is cut around the span.
 *
 * @param code what to print, safe
 * @param from columns before the span's part
 * @param to columns up to its end, more than {@code from}
 */
record Excerpt(String code, int from, int to) {
  private static final int TAB = 4;
  private static final String CUT = "...";

  /**
   * Lays a line out.
   *
   * @param line the line's text, of any length; looked at only near the span
   * @param span what to point at; a span of several lines covers the rest of its first
   * @param columns the room there is
   */
  static Excerpt of(String line, SourceSpan span, int columns) {
    int start = Math.min(span.column() - 1, line.length());
    int end = span.endLine() > span.line() ? line.length() : span.endColumn() - 1;
    end = Math.max(start, Math.min(end, line.length()));
    int low = boundary(line, Math.max(0, start - columns));
    int high = boundary(line, (int) Math.min(line.length(), start + 2L * columns));
    List<Cell> cells = cells(line, low, high, start);
    return new Window(cells, start, end, low > 0, high < line.length()).fit(columns);
  }

  /** Moves an index out of the middle of a surrogate pair. */
  private static int boundary(String line, int index) {
    boolean inside =
        index > 0
            && index < line.length()
            && Character.isLowSurrogate(line.charAt(index))
            && Character.isHighSurrogate(line.charAt(index - 1));
    return inside ? index - 1 : index;
  }

  private static List<Cell> cells(String line, int low, int high, int start) {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    for (int index = low; index < high; ) {
      int point = line.codePointAt(index);
      int next = index + Character.charCount(point);
      boolean blank = point == ' ' || point == '\t';
      boolean indentation = blank && low == 0 && cells.isEmpty() && index < start;
      String text =
          point == '\t' ? " ".repeat(TAB - column % TAB) : SafeText.of(Character.toString(point));
      int width = DisplayWidth.of(text);
      column += width;
      if (!indentation) {
        cells.add(new Cell(index, next, text, width));
      }
      index = next;
    }
    return cells;
  }

  /**
   * One character of the line.
   *
   * @param index of its first UTF-16 unit in the line
   * @param next of the unit after its last
   * @param text what stands for it, safe
   * @param width columns it takes
   */
  private record Cell(int index, int next, String text, int width) {}

  /** The cells near a span, and whether the line goes on at either side of them. */
  private record Window(List<Cell> cells, int start, int end, boolean before, boolean after) {
    Excerpt fit(int columns) {
      int whole = cells.stream().mapToInt(Cell::width).sum();
      if (!before && !after && whole <= columns) {
        return cut(0, cells.size());
      }
      int first = first(columns);
      int room = columns - 2 * CUT.length();
      int last = first;
      while (last < cells.size() && room >= cells.get(last).width()) {
        room -= cells.get(last).width();
        last++;
      }
      return cut(first, last);
    }

    /** The line's start where the span's start is near it, else a third of the room before it. */
    private int first(int columns) {
      int first = 0;
      while (first < cells.size() && cells.get(first).next() <= start) {
        first++;
      }
      int room = columns / 3;
      int spanned =
          cells.stream()
              .skip(first)
              .takeWhile(cell -> cell.index() < end)
              .mapToInt(Cell::width)
              .sum();
      int wanted = Math.max(room, columns - 2 * CUT.length() - spanned - room);
      while (first > 0 && wanted >= cells.get(first - 1).width()) {
        first--;
        wanted -= cells.get(first).width();
      }
      while (first > 0 && first < cells.size() && cells.get(first).width() == 0) {
        first--;
      }
      return first;
    }

    private Excerpt cut(int first, int last) {
      StringBuilder code = new StringBuilder();
      boolean cutBefore = before || first > 0;
      if (cutBefore) {
        code.append(CUT);
      }
      int column = code.length();
      int from = -1;
      int to = -1;
      for (Cell cell : cells.subList(first, last)) {
        if (from < 0 && cell.next() > start) {
          from = column;
        }
        code.append(cell.text());
        column += cell.width();
        if (from >= 0 && cell.index() < end) {
          to = column;
        }
      }
      if (after || last < cells.size()) {
        code.append(CUT);
      }
      int shownFrom = from < 0 ? column : from;
      return new Excerpt(code.toString().stripTrailing(), shownFrom, Math.max(to, shownFrom + 1));
    }
  }
}
