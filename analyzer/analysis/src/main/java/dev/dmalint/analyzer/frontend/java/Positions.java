package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.findings.SourceSpan;
import java.util.Arrays;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;

/** Offsets into a text as lines and columns. A line ends with LF, CR or CR LF. */
final class Positions {
  private final String path;
  private final String text;
  private final int[] starts;

  Positions(String path, String text) {
    this.path = path;
    this.text = text;
    this.starts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  /** {@return the line of an offset, from 1} */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, clamp(offset));
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int clamp(int offset) {
    return Math.max(0, Math.min(offset, text.length()));
  }

  /**
   * {@return the span from one offset to another}
   *
   * @param first offset of the first unit
   * @param last offset of the last unit, itself in the span
   */
  SourceSpan span(int first, int last) {
    int from = clamp(first);
    int to = Math.max(from, clamp(last + 1));
    int line = line(from);
    int endLine = line(to);
    return new SourceSpan(
        path, line, from - starts[line - 1] + 1, endLine, to - starts[endLine - 1] + 1);
  }

  SourceSpan of(ASTNode node) {
    return span(node.sourceStart, node.sourceEnd);
  }

  /** {@return the last offset of an expression without the parentheses around it} */
  int endInside(ASTNode node) {
    int end = node.sourceEnd;
    int parentheses = (node.bits & ASTNode.ParenthesizedMASK) >> ASTNode.ParenthesizedSHIFT;
    for (; parentheses > 0 && end > 0 && end < text.length(); parentheses--) {
      if (text.charAt(end) != ')') {
        return end;
      }
      end--;
      while (end > 0 && Character.isWhitespace(text.charAt(end))) {
        end--;
      }
    }
    return end;
  }

  /** {@return the first offset of an expression without the parentheses around it} */
  int startInside(ASTNode node) {
    int start = node.sourceStart;
    int parentheses = (node.bits & ASTNode.ParenthesizedMASK) >> ASTNode.ParenthesizedSHIFT;
    for (; parentheses > 0 && start >= 0 && start + 1 < text.length(); parentheses--) {
      if (text.charAt(start) != '(') {
        return start;
      }
      start++;
      while (start + 1 < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
    return start;
  }

  /** {@return the text between two offsets, the last one included} */
  String text(int first, int last) {
    return text.substring(clamp(first), Math.max(clamp(first), clamp(last + 1)));
  }
}
