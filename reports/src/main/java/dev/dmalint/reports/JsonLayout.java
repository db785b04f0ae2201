package dev.dmalint.reports;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Line breaks and blanks of JSON: two spaces a level, each property and each object in an array on
 * its own line down to some depth of objects, arrays of plain values on one line.
 */
final class JsonLayout implements PrettyPrinter {
  private final int linesDownTo;
  private final Deque<Open> open = new ArrayDeque<>();
  private int objects;

  /** Lays objects out in lines down to that depth; the root object is 1. */
  JsonLayout(int linesDownTo) {
    this.linesDownTo = linesDownTo;
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator out) {
    out.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator out) {
    Open around = open.peek();
    if (around == Open.ARRAY && objects <= linesDownTo) {
      open.pop();
      open.push(Open.ARRAY_OF_LINES);
    }
    if (around == Open.ARRAY_OF_LINES || open.peek() == Open.ARRAY_OF_LINES) {
      newLine(out);
    }
    open.push(Open.OBJECT);
    objects++;
    out.writeRaw('{');
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) {
    if (objects <= linesDownTo) {
      newLine(out);
    }
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator out) {
    out.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) {
    if (objects <= linesDownTo) {
      out.writeRaw(',');
      newLine(out);
    } else {
      out.writeRaw(", ");
    }
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) {
    open.pop();
    if (entries > 0 && objects <= linesDownTo) {
      newLine(out);
    }
    objects--;
    out.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator out) {
    open.push(Open.ARRAY);
    out.writeRaw('[');
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) {}

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) {
    out.writeRaw(open.peek() == Open.ARRAY_OF_LINES ? "," : ", ");
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) {
    if (open.pop() == Open.ARRAY_OF_LINES) {
      newLine(out);
    }
    out.writeRaw(']');
  }

  private void newLine(JsonGenerator out) {
    out.writeRaw('\n');
    for (int level = open.size(); level > 0; level--) {
      out.writeRaw("  ");
    }
  }

  /** What is being written and not yet closed. */
  private enum Open {
    OBJECT,
    ARRAY,
    ARRAY_OF_LINES
  }
}
