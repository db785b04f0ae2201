package dev.dmalint.machine.trace;

import java.util.Map;

/** Events and strings as JSON, in ASCII. */
public final class Json {
  private Json() {}

  /** {@return an object on one line: the kind, then the fields in their order} */
  public static String of(TraceEvent event) {
    StringBuilder text = new StringBuilder("{\"kind\":");
    quote(event.kind(), text);
    for (Map.Entry<String, Object> field : event.fields().entrySet()) {
      text.append(',');
      quote(field.getKey(), text);
      text.append(':');
      if (field.getValue() instanceof String value) {
        quote(value, text);
      } else {
        text.append(field.getValue());
      }
    }
    return text.append('}').toString();
  }

  /** {@return a string with its quotes} */
  public static String quoted(String value) {
    StringBuilder text = new StringBuilder();
    quote(value, text);
    return text.toString();
  }

  private static void quote(String value, StringBuilder into) {
    into.append('"');
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '"' || letter == '\\') {
        into.append('\\').append(letter);
      } else if (letter < ' ' || letter > '~') {
        into.append("\\u%04x".formatted((int) letter));
      } else {
        into.append(letter);
      }
    }
    into.append('"');
  }
}
