package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.value.ArrayValue;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Text;
import java.util.List;
import java.util.Locale;

/** Strings, as far as the host's own methods will not do. */
final class StringFunctions {
  private static final String OWNER = "java.lang.String";
  private static final TypeName CHARS = new TypeName("char[]");

  private StringFunctions() {}

  static void addTo(HostFunctions all) {
    all.add(
        OWNER,
        "equals(java.lang.Object)",
        (execution, args) ->
            args.get(1) instanceof Text other && text(args.get(0)).equals(other.value()));
    all.add(
        OWNER,
        "compareTo(java.lang.Object)",
        (execution, args) -> {
          if (args.get(1) instanceof Text other) {
            return text(args.get(0)).compareTo(other.value());
          }
          throw execution.failure(
              args.get(1) == Nil.NULL
                  ? "java.lang.NullPointerException"
                  : "java.lang.ClassCastException");
        });
    all.add(OWNER, "hashCode()", (execution, args) -> text(args.get(0)).hashCode());
    all.add(OWNER, "toString()", (execution, args) -> args.get(0));
    all.add(OWNER, "intern()", (execution, args) -> execution.literal(text(args.get(0))));
    all.add(OWNER, "repeat(int)", StringFunctions::repeat);
    all.add(
        OWNER,
        "toLowerCase()",
        (execution, args) -> execution.text(text(args.get(0)).toLowerCase(Locale.ROOT)));
    all.add(
        OWNER,
        "toUpperCase()",
        (execution, args) -> execution.text(text(args.get(0)).toUpperCase(Locale.ROOT)));
    all.add(OWNER, "toCharArray()", StringFunctions::toChars);
    all.add(OWNER, "valueOf(char[])", (execution, args) -> fromChars(execution, args.get(0)));
    all.add(OWNER, "copyValueOf(char[])", (execution, args) -> fromChars(execution, args.get(0)));
    addConstructors(all);
  }

  private static void addConstructors(HostFunctions all) {
    all.add(OWNER, "<new>()", (execution, args) -> execution.text(""));
    all.add(OWNER, "<init>()", (execution, args) -> Nil.NULL);
    all.add(
        OWNER,
        "<init>(java.lang.String)",
        (execution, args) -> {
          ((Text) args.get(0)).construct(required(execution, args.get(1)));
          return Nil.NULL;
        });
    all.add(
        OWNER,
        "<init>(char[])",
        (execution, args) -> {
          ((Text) args.get(0)).construct(fromChars(execution, args.get(1)).value());
          return Nil.NULL;
        });
  }

  private static String required(Execution execution, Object value) {
    if (value instanceof Text text) {
      return text.value();
    }
    throw execution.failure("java.lang.NullPointerException");
  }

  static String text(Object value) {
    return ((Text) value).value();
  }

  private static Object repeat(Execution execution, List<Object> arguments) {
    String text = text(arguments.get(0));
    int count = (Integer) arguments.get(1);
    if (count < 0) {
      throw execution.failure("java.lang.IllegalArgumentException", "count is negative: " + count);
    }
    execution.allocate((long) text.length() * count / 4);
    return execution.text(text.repeat(count));
  }

  private static Object toChars(Execution execution, List<Object> arguments) {
    String text = text(arguments.get(0));
    Object[] units = new Object[text.length()];
    for (int i = 0; i < units.length; i++) {
      units[i] = text.charAt(i);
    }
    return execution.array(CHARS, units);
  }

  static Text fromChars(Execution execution, Object value) {
    if (value == Nil.NULL) {
      throw execution.failure("java.lang.NullPointerException");
    }
    ArrayValue array = (ArrayValue) value;
    execution.allocate(array.length() / 4);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < array.length(); i++) {
      text.append((char) array.get(i));
    }
    return execution.text(text.toString());
  }
}
