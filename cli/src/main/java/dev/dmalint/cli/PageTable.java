package dev.dmalint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a page, without its rulers and without a heading that is empty.
 *
 * @param rows the cells, row by row; all rows have as many
 */
record PageTable(List<List<String>> rows) {
  private static final String GAP = "  ";

  PageTable {
    rows = List.copyOf(rows);
  }

  /** {@return the table that lines of Markdown draw, each beginning with a bar} */
  static PageTable of(List<String> lines) {
    List<List<String>> rows = new ArrayList<>();
    int columns = 1;
    for (String line : lines) {
      List<String> cells = cells(line);
      boolean says = cells.stream().anyMatch(cell -> !cell.matches("[-: ]*"));
      if (says) {
        rows.add(cells);
        columns = Math.max(columns, cells.size());
      }
    }
    int wide = columns;
    return new PageTable(rows.stream().map(row -> padded(row, wide)).toList());
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  private static List<String> padded(List<String> row, int columns) {
    List<String> cells = new ArrayList<>(row);
    while (cells.size() < columns) {
      cells.add("");
    }
    return List.copyOf(cells);
  }

  /** {@return all cells of a row but the last, each as wide as its column} */
  String head(List<String> row) {
    StringBuilder head = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      String cell = row.get(column);
      head.append(cell).append(" ".repeat(width(column) - cell.length())).append(GAP);
    }
    return head.toString();
  }

  /** {@return the last cell of a row} */
  String last(List<String> row) {
    return row.get(row.size() - 1);
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
