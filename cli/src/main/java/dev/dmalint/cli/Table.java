package dev.dmalint.cli;

import dev.dmalint.reports.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Columns of text; the last one is not padded. */
final class Table {
  private static final String GAP = "  ";

  private Table() {}

  /** {@return the rows below their headings, each on a line} */
  static String of(List<String> headings, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(headings));
    rows.forEach(row -> all.add(row.stream().map(SafeText::of).toList()));
    StringBuilder text = new StringBuilder();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell);
        if (column < row.size() - 1) {
          line.append(" ".repeat(width(all, column) - cell.length())).append(GAP);
        }
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
