package dev.dmalint.analyzer.frontend.java;

import java.util.ArrayList;
import java.util.List;

/**
 * The package and the top-level types of a file, found without parsing it: words outside of
 * comments, strings, parentheses and braces.
 */
final class Declarations {
  private final String text;
  private final List<String> types = new ArrayList<>();
  private final StringBuilder packageName = new StringBuilder();
  private int at;
  private int braces;
  private int brackets;
  private boolean inPackage;
  private boolean typeFollows;
  private String before = "";

  private Declarations(String text) {
    this.text = text;
  }

  static Declarations in(String text) {
    Declarations declarations = new Declarations(text);
    declarations.read();
    return declarations;
  }

  /** {@return the package's name, empty for the unnamed one} */
  String packageName() {
    return packageName.toString();
  }

  /** {@return simple names in source order} */
  List<String> types() {
    return types;
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '/' && (next('/') || next('*'))) {
        skipComment();
      } else if (c == '"') {
        skipString();
      } else if (c == '\'') {
        skipQuoted('\'');
      } else if (Character.isJavaIdentifierStart(c)) {
        word();
      } else {
        sign(c);
        at++;
      }
    }
  }

  private boolean next(char expected) {
    return at + 1 < text.length() && text.charAt(at + 1) == expected;
  }

  private void skipComment() {
    String end = next('/') ? "\n" : "*/";
    int found = text.indexOf(end, at + 2);
    at = found < 0 ? text.length() : found + end.length();
  }

  private void skipString() {
    if (text.startsWith("\"\"\"", at)) {
      at += 3;
      while (at < text.length() && !text.startsWith("\"\"\"", at)) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at += 3;
    } else {
      skipQuoted('"');
    }
  }

  private void skipQuoted(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void sign(char c) {
    switch (c) {
      case '{' -> braces++;
      case '}' -> braces = Math.max(0, braces - 1);
      case '(' -> brackets++;
      case ')' -> brackets = Math.max(0, brackets - 1);
      case ';' -> inPackage = false;
      case '.' -> {
        if (inPackage) {
          packageName.append('.');
        }
      }
      default -> {
        return;
      }
    }
    before = String.valueOf(c);
    typeFollows = false;
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    if (braces > 0 || brackets > 0) {
      return;
    }
    String word = text.substring(start, at);
    if (typeFollows) {
      types.add(word);
      typeFollows = false;
    } else if (inPackage) {
      packageName.append(word);
    } else if (word.equals("package") && packageName.isEmpty() && types.isEmpty()) {
      inPackage = true;
    } else {
      typeFollows = !before.equals(".") && opensType(word);
    }
    before = word;
  }

  private boolean opensType(String word) {
    return switch (word) {
      case "class", "interface", "enum" -> true;
      case "record" -> !before.equals("import");
      default -> false;
    };
  }
}
