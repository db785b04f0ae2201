package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.value.Arithmetic;
import dev.dmalint.replay.value.Box;
import java.util.List;

/** Boxing and unboxing. */
final class BoxFunctions {
  private static final List<String> NUMBERS =
      List.of("byte", "short", "int", "long", "float", "double");
  private static final List<String> BOXES =
      List.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double");

  private BoxFunctions() {}

  static void addTo(HostFunctions all) {
    for (int i = 0; i < BOXES.size(); i++) {
      String owner = BOXES.get(i);
      both(all, owner, NUMBERS.get(i));
      for (String number : NUMBERS) {
        unboxing(all, owner, number);
      }
    }
    both(all, "java.lang.Character", "char");
    unboxing(all, "java.lang.Character", "char");
    both(all, "java.lang.Boolean", "boolean");
    unboxing(all, "java.lang.Boolean", "boolean");
  }

  private static void both(HostFunctions all, String owner, String primitive) {
    all.add(owner, "valueOf(" + primitive + ")", (execution, args) -> execution.box(args.get(0)));
    all.add(
        owner,
        "equals(java.lang.Object)",
        (execution, args) ->
            args.get(0) instanceof Box self
                && args.get(1) instanceof Box other
                && self.value().equals(other.value()));
    for (String other : List.of("java.lang.Object", owner)) {
      all.add(owner, "compareTo(" + other + ")", BoxFunctions::compare);
    }
    all.add(owner, "hashCode()", (execution, args) -> ((Box) args.get(0)).value().hashCode());
    all.add(
        owner,
        "toString()",
        (execution, args) -> execution.text(((Box) args.get(0)).value().toString()));
  }

  private static Object compare(Execution execution, List<Object> arguments) {
    if (!(arguments.get(1) instanceof Box other)) {
      throw execution.failure("java.lang.NullPointerException");
    }
    Object a = ((Box) arguments.get(0)).value();
    Object b = other.value();
    if (!a.getClass().equals(b.getClass())) {
      throw execution.failure("java.lang.ClassCastException");
    }
    return order(a, b);
  }

  private static int order(Object a, Object b) {
    if (a instanceof Double x) {
      return x.compareTo((Double) b);
    }
    if (a instanceof Float x) {
      return x.compareTo((Float) b);
    }
    if (a instanceof Character x) {
      return x.compareTo((Character) b);
    }
    if (a instanceof Boolean x) {
      return x.compareTo((Boolean) b);
    }
    if (a instanceof Byte || a instanceof Short) {
      return ((Number) a).intValue() - ((Number) b).intValue();
    }
    return Long.compare(((Number) a).longValue(), ((Number) b).longValue());
  }

  private static void unboxing(HostFunctions all, String owner, String primitive) {
    TypeName type = new TypeName(primitive);
    all.add(
        owner,
        primitive + "Value()",
        (execution, args) -> Arithmetic.convert(((Box) args.get(0)).value(), type));
  }
}
