package dev.dmalint.models;

import dev.dmalint.models.Row.Parameter;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how a row names its call.
 *
 * <pre>
 * signature = name '(' [ parameter { ',' parameter } ] ')'
 * parameter = [ type ] name [ '=' expression ]
 * </pre>
 */
final class Signature {
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "*");
  private static final Set<String> LANGUAGE =
      Set.of(
          "Object",
          "String",
          "CharSequence",
          "Runnable",
          "Iterable",
          "Comparable",
          "Number",
          "Boolean",
          "Byte",
          "Short",
          "Character",
          "Integer",
          "Long",
          "Class",
          "Thread",
          "Throwable",
          "StringBuilder");

  private Signature() {}

  /**
   * {@return the call that {@code text} names}
   *
   * @param owner binary name of the type that declares it
   * @param text the signature
   * @param types package of the types that are written without one
   * @param phrases how defaults are read
   * @param at where it stands
   */
  static Row.Target.Call parse(
      String owner, String text, String types, Phrases phrases, Position at) {
    int open = text.indexOf('(');
    if (open < 1 || !text.endsWith(")")) {
      throw new ModelException(
          at, "\"%s\" is no signature; write name(type parameter, ...)".formatted(text));
    }
    List<String> erased = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    boolean typed = false;
    for (String part : split(text.substring(open + 1, text.length() - 1))) {
      int equals = part.indexOf('=');
      String declared = (equals < 0 ? part : part.substring(0, equals)).trim();
      int space = declared.lastIndexOf(' ');
      typed |= space >= 0;
      erased.add(space < 0 ? "*" : type(declared.substring(0, space).trim(), types));
      String name = declared.substring(space + 1);
      if (!isName(name)) {
        throw new ModelException(
            at, "\"%s\" is no parameter; write type name or type name = default".formatted(part));
      }
      Optional<Expression> byDefault =
          equals < 0
              ? Optional.empty()
              : Optional.of(phrases.expression(at, part.substring(equals + 1).trim()));
      parameters.add(new Parameter(name, byDefault));
    }
    String name = text.substring(0, open).trim();
    return new Row.Target.Call(owner, name, typed ? erased : List.of(), parameters);
  }

  /** {@return the binary name of a type that may be written without its package} */
  static String type(String written, String types) {
    String element = written.replace("[]", "").replace("...", "");
    String dimensions = written.substring(element.length()).replace("...", "[]");
    if (PRIMITIVES.contains(element) || element.contains(".")) {
      return element + dimensions;
    }
    String home = LANGUAGE.contains(element) ? "java.lang" : types;
    return home + "." + element + dimensions;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.charAt(0))
        && text.chars().allMatch(Character::isJavaIdentifierPart);
  }

  private static List<String> split(String inside) {
    List<String> result = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < inside.length(); at++) {
      char sign = inside.charAt(at);
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
      if (sign == ',' && depth == 0) {
        result.add(inside.substring(start, at).trim());
        start = at + 1;
      }
    }
    if (!inside.isBlank()) {
      result.add(inside.substring(start).trim());
    }
    return result;
  }
}
