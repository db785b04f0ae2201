package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a row computes. Evaluated once for all worlds: the result has one value a world.
 *
 * <pre>
 * expression = or [ '?' expression ':' expression ]
 * or         = and { '||' and }          and   = equal { '&amp;&amp;' equal }
 * equal      = bits [ ('=='|'!='|'&lt;'|'&lt;='|'&gt;'|'&gt;=') bits ]
 * bits       = sum { ('&amp;'|'|'|'&lt;&lt;'|'&gt;&gt;') sum }     sum = unary { ('+'|'-'|'*'|'/') unary }
 * unary      = ['!'|'-'|'~'] primary
 * primary    = number | 'text' | 'true' | 'false' | 'null' | place | name '(' expression, ... ')'
 *            | '(' expression ')' | 'world.' name
 * place      = root { '.' name | '[]' | '[' number ']' }
 * root       = 'receiver' | 'result' | a parameter's name | '&#64;' name
 * </pre>
 *
 * <p>Numbers are decimal or {@code 0x} hexadecimal. Functions: {@code has(x, mask)} whether any of
 * those bits is set, {@code is(x, 'type')} whether an object is of a type or a subtype, {@code
 * isObject(x)} whether it is not null, {@code known(x)} whether a number is known, {@code min(a,
 * b)}, {@code unknown()} a number and {@code anything()} a value of any type of which nothing is
 * known, {@code isAddress(x)} whether a number is known to be an address. Comparisons with what is
 * unknown may be both.
 */
public sealed interface Expression {
  /** A whole number; booleans are 0 and 1. */
  @SuppressWarnings("JavaLangClash") // always read as Expression.Number
  record Number(long value) implements Expression {}

  /** A string. */
  record Text(String value) implements Expression {
    public Text {
      requireNonNull(value);
    }
  }

  /** The null reference. */
  record Null() implements Expression {}

  /** An attribute of the world, a number where it reads as one, else a string. */
  record WorldAttribute(String name) implements Expression {
    public WorldAttribute {
      requireNonNull(name);
    }
  }

  /** A value at a place. */
  record At(Place place) implements Expression {
    public At {
      requireNonNull(place);
    }
  }

  /** An operator of one operand: {@code !}, {@code -}, {@code ~}. */
  record Unary(String operator, Expression operand) implements Expression {}

  /** An operator of two operands, as written. */
  record Binary(String operator, Expression left, Expression right) implements Expression {}

  /** {@code test ? whenTrue : whenFalse}. */
  record Choice(Expression test, Expression whenTrue, Expression whenFalse) implements Expression {}

  /** A function of the list above. */
  record Function(String name, List<Expression> arguments) implements Expression {
    public Function {
      requireNonNull(name);
      arguments = List.copyOf(arguments);
    }
  }

  /** How many arguments each function takes. */
  Map<String, Integer> FUNCTIONS =
      Map.of(
          "has",
          2,
          "is",
          2,
          "isObject",
          1,
          "known",
          1,
          "min",
          2,
          "unknown",
          0,
          "anything",
          0,
          "isAddress",
          1);

  /** Always true. */
  Expression TRUE = new Number(1);

  /**
   * {@return the expression that {@code text} writes}
   *
   * @throws IllegalArgumentException with the column and what was expected there
   */
  static Expression parse(String text) {
    return new ExpressionParser(text).whole();
  }
}
