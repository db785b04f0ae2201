package dev.dmalint.models;

import dev.dmalint.models.Expression.At;
import dev.dmalint.models.Expression.Binary;
import dev.dmalint.models.Expression.Choice;
import dev.dmalint.models.Expression.Function;
import dev.dmalint.models.Expression.Unary;
import dev.dmalint.models.Expression.WorldAttribute;
import dev.dmalint.models.text.Fields;
import dev.dmalint.models.text.ModelException;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.models.text.Node;
import dev.dmalint.models.text.Position;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions and places as they stand in a file, where {@code $name} stands for a defined
 * term, and checks the names in them.
 *
 * @param terms defined terms by name
 * @param worldAttributes names that {@code world.NAME} may use
 * @param roots names that places may begin with; an {@code @} makes any name a root
 * @param receiver what {@code receiver} stands for
 * @param parsed what was parsed before, by its text
 */
record Phrases(
    Map<String, String> terms,
    Set<String> worldAttributes,
    Set<String> roots,
    String receiver,
    Map<String, Expression> parsed) {
  private static final int DEEPEST_TERM = 20;
  private static final String RECEIVER = "receiver";
  private static final Pattern RECEIVER_WORD = Pattern.compile("\\breceiver\\b");
  private static final Pattern TERM = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*)");

  /** {@return the same with other roots} */
  Phrases within(Set<String> others) {
    return new Phrases(terms, worldAttributes, others, receiver, parsed);
  }

  /** {@return the same where {@code receiver} stands for another place} */
  Phrases withReceiver(Place place) {
    return new Phrases(terms, worldAttributes, roots, place.toString(), parsed);
  }

  Expression expression(Node node, String what) {
    return expression(node.at(), Fields.text(node, what));
  }

  Expression expression(Position at, String text) {
    String key = receiver + " " + text;
    Expression result = parsed.get(key);
    if (result == null) {
      result = parse(at, text);
      parsed.put(key, result);
    }
    check(at, result);
    return result;
  }

  private Expression parse(Position at, String text) {
    try {
      return Expression.parse(moved(expand(at, text, 0)));
    } catch (IllegalArgumentException trouble) {
      throw new ModelException(at, "not an expression: " + trouble.getMessage());
    }
  }

  Place place(Node node, String what) {
    Place result;
    try {
      result = Place.parse(moved(Fields.text(node, what)));
    } catch (IllegalArgumentException trouble) {
      throw new ModelException(node.at(), "not a place: " + trouble.getMessage());
    }
    check(node.at(), result);
    return result;
  }

  private String moved(String text) {
    return receiver.equals(RECEIVER)
        ? text
        : RECEIVER_WORD.matcher(text).replaceAll(Matcher.quoteReplacement(receiver));
  }

  /** The text with its terms written out, and the terms in those. */
  private String expand(Position at, String text, int depth) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    if (depth > DEEPEST_TERM) {
      throw new ModelException(at, "a term stands for itself; write out what it means");
    }
    Matcher matcher = TERM.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      if (!insideQuotes(text, matcher.start())) {
        String inside = expand(at, term(at, matcher.group(1)), depth + 1);
        matcher.appendReplacement(result, Matcher.quoteReplacement("(" + inside + ")"));
      }
    }
    return matcher.appendTail(result).toString();
  }

  private String term(Position at, String name) {
    String term = terms.get(name);
    if (term == null) {
      throw new ModelException(
          at, "no term \"$%s\" is defined%s".formatted(name, Nearest.hint(name, terms.keySet())));
    }
    return term;
  }

  private static boolean insideQuotes(String text, int index) {
    return text.substring(0, index).chars().filter(sign -> sign == '\'').count() % 2 == 1;
  }

  private void check(Position at, Expression expression) {
    if (expression instanceof At value) {
      check(at, value.place());
    } else if (expression instanceof WorldAttribute attribute) {
      if (!worldAttributes.contains(attribute.name())) {
        throw new ModelException(
            at,
            "no platform has an attribute \"%s\"%s"
                .formatted(attribute.name(), Nearest.hint(attribute.name(), worldAttributes)));
      }
    } else if (expression instanceof Unary unary) {
      check(at, unary.operand());
    } else if (expression instanceof Binary binary) {
      check(at, binary.left());
      check(at, binary.right());
    } else if (expression instanceof Choice choice) {
      check(at, choice.test());
      check(at, choice.whenTrue());
      check(at, choice.whenFalse());
    } else if (expression instanceof Function function) {
      check(at, function);
    }
  }

  private void check(Position at, Function function) {
    Integer arity = Expression.FUNCTIONS.get(function.name());
    if (arity == null) {
      throw new ModelException(
          at,
          "no function \"%s\"%s"
              .formatted(
                  function.name(), Nearest.hint(function.name(), Expression.FUNCTIONS.keySet())));
    }
    if (arity != function.arguments().size()) {
      throw new ModelException(
          at,
          "\"%s\" takes %d arguments, not %d"
              .formatted(function.name(), arity, function.arguments().size()));
    }
    function.arguments().forEach(argument -> check(at, argument));
  }

  private void check(Position at, Place place) {
    if (!place.root().startsWith("@") && !roots.contains(place.root())) {
      throw new ModelException(
          at,
          "nothing here is called \"%s\"%s"
              .formatted(place.root(), Nearest.hint(place.root(), new TreeSet<>(roots))));
    }
  }
}
