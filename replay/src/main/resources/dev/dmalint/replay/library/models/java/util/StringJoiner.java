package java.util;

public final class StringJoiner {
  private final String between;
  private final String start;
  private final String end;
  private final List<String> parts = new ArrayList<>();
  private String ifEmpty;

  public StringJoiner(CharSequence between) {
    this(between, "", "");
  }

  public StringJoiner(CharSequence between, CharSequence start, CharSequence end) {
    this.between = between.toString();
    this.start = start.toString();
    this.end = end.toString();
  }

  public StringJoiner add(CharSequence part) {
    parts.add(String.valueOf((Object) part));
    return this;
  }

  public StringJoiner setEmptyValue(CharSequence text) {
    ifEmpty = text.toString();
    return this;
  }

  public int length() {
    return toString().length();
  }

  public String toString() {
    return parts.isEmpty() && ifEmpty != null ? ifEmpty : start + String.join(between, parts) + end;
  }
}
