package dev.dmalint.models;

import dev.dmalint.models.Place.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the grammar that {@link Expression} states. */
final class ExpressionParser {
  private final String text;
  private int at;

  ExpressionParser(String text) {
    this.text = text;
  }

  Expression whole() {
    Expression result = choice();
    end();
    return result;
  }

  Place wholePlace() {
    skip();
    Place result = place(name("a place"));
    end();
    return result;
  }

  private void end() {
    skip();
    if (at < text.length()) {
      throw trouble("the end");
    }
  }

  private Expression choice() {
    Expression test = or();
    if (!take("?")) {
      return test;
    }
    Expression whenTrue = choice();
    expect(":");
    return new Expression.Choice(test, whenTrue, choice());
  }

  private Expression or() {
    return chain(this::and, "||");
  }

  private Expression and() {
    return chain(this::equal, "&&");
  }

  private Expression equal() {
    Expression left = bits();
    for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
      if (take(operator)) {
        return new Expression.Binary(operator, left, bits());
      }
    }
    return left;
  }

  private Expression bits() {
    return chain(this::sum, "<<", ">>", "&", "|");
  }

  private Expression sum() {
    return chain(this::unary, "+", "-", "*", "/");
  }

  private Expression chain(Supplier<Expression> operand, String... operators) {
    Expression left = operand.get();
    while (true) {
      String found = null;
      for (String operator : operators) {
        if (found == null && take(operator)) {
          found = operator;
        }
      }
      if (found == null) {
        return left;
      }
      left = new Expression.Binary(found, left, operand.get());
    }
  }

  private Expression unary() {
    skip();
    for (String operator : List.of("!", "-", "~")) {
      if (!text.startsWith("!=", at) && take(operator)) {
        return new Expression.Unary(operator, unary());
      }
    }
    return primary();
  }

  private Expression primary() {
    skip();
    if (take("(")) {
      Expression inside = choice();
      expect(")");
      return inside;
    }
    if (at < text.length() && text.charAt(at) == '\'') {
      return string();
    }
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      return number();
    }
    String word = name("a value");
    return switch (word) {
      case "true" -> new Expression.Number(1);
      case "false" -> new Expression.Number(0);
      case "null" -> new Expression.Null();
      case "world" -> {
        expect(".");
        yield new Expression.WorldAttribute(name("an attribute of the world"));
      }
      default -> take("(") ? function(word) : new Expression.At(place(word));
    };
  }

  private Expression function(String word) {
    List<Expression> arguments = new ArrayList<>();
    if (!take(")")) {
      do {
        arguments.add(choice());
      } while (take(","));
      expect(")");
    }
    return new Expression.Function(word, arguments);
  }

  private Place place(String root) {
    List<Step> steps = new ArrayList<>();
    while (true) {
      if (take("[]")) {
        steps.add(new Step.Elements());
      } else if (take("[")) {
        skip();
        if (at < text.length() && Character.isDigit(text.charAt(at))) {
          steps.add(new Step.Element((int) digits()));
        } else {
          steps.add(new Step.Keyed(name("an index or a parameter")));
        }
        expect("]");
      } else if (take(".")) {
        steps.add(new Step.Attribute(name("a name")));
      } else {
        return new Place(root, steps);
      }
    }
  }

  private Expression string() {
    int end = text.indexOf('\'', at + 1);
    if (end < 0) {
      throw trouble("a closing quote");
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    return new Expression.Text(inside);
  }

  private Expression number() {
    return new Expression.Number(digits());
  }

  private long digits() {
    int start = at;
    boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
    at += hex ? 2 : 0;
    int first = at;
    while (at < text.length() && Character.digit(text.charAt(at), hex ? 16 : 10) >= 0) {
      at++;
    }
    try {
      return Long.parseUnsignedLong(text.substring(first, at), hex ? 16 : 10);
    } catch (NumberFormatException notOne) {
      at = start;
      throw trouble("a number of at most 64 bits");
    }
  }

  private String name(String wanted) {
    skip();
    int start = at;
    while (at < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '@')) {
      at++;
    }
    if (start == at) {
      throw trouble(wanted);
    }
    return text.substring(start, at);
  }

  private boolean take(String sign) {
    skip();
    boolean longer =
        sign.length() == 1
            && "&|<>".contains(sign)
            && at + 1 < text.length()
            && (text.charAt(at + 1) == sign.charAt(0) || isComparison(sign));
    if (longer || !text.startsWith(sign, at)) {
      return false;
    }
    at += sign.length();
    return true;
  }

  private boolean isComparison(String sign) {
    return "<>".contains(sign) && text.charAt(at + 1) == '=';
  }

  private void expect(String sign) {
    if (!take(sign)) {
      throw trouble("\"" + sign + "\"");
    }
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException trouble(String wanted) {
    return new IllegalArgumentException(
        "\"%s\", column %d: expected %s".formatted(text, at + 1, wanted));
  }
}
