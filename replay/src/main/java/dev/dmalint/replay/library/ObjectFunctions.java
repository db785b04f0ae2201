package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.value.ArrayValue;
import dev.dmalint.replay.value.HostValue;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Reference;
import dev.dmalint.replay.value.TypeValue;
import java.util.List;

/** What every object can do, and what systems say of objects. */
final class ObjectFunctions {
  private static final String OBJECT = "java.lang.Object";
  private static final String CLASS = "java.lang.Class";
  private static final String SYSTEM = "java.lang.System";

  private ObjectFunctions() {}

  static void addTo(HostFunctions all) {
    all.add(OBJECT, "<init>()", (execution, arguments) -> Nil.NULL);
    all.add(OBJECT, "equals(java.lang.Object)", (execution, args) -> args.get(0) == args.get(1));
    all.add(OBJECT, "hashCode()", (execution, args) -> execution.identity(args.get(0)));
    all.add(
        OBJECT,
        "getClass()",
        (execution, args) -> execution.type(((Reference) args.get(0)).type()));
    all.add(OBJECT, "clone()", ObjectFunctions::copy);
    all.add(OBJECT, "<new>()", (execution, args) -> new HostValue(TypeName.OBJECT, new Object()));
    all.add(
        SYSTEM,
        "identityHashCode(java.lang.Object)",
        (execution, args) -> args.get(0) == Nil.NULL ? 0 : execution.identity(args.get(0)));
    all.add(SYSTEM, "lineSeparator()", (execution, args) -> execution.literal("\n"));
    all.add(CLASS, "getName()", (execution, args) -> execution.literal(named(args).text()));
    all.add(CLASS, "getSimpleName()", (execution, args) -> execution.literal(simple(named(args))));
    all.add(CLASS, "desiredAssertionStatus()", (execution, args) -> execution.assertions());
    all.add(
        CLASS,
        "isInstance(java.lang.Object)",
        (execution, args) ->
            args.get(1) instanceof Reference object
                && execution.isSubtype(object.type(), named(args)));
  }

  private static TypeName named(List<Object> arguments) {
    return ((TypeValue) arguments.get(0)).named();
  }

  /** A local or anonymous class has digits before its simple name. */
  private static String simple(TypeName type) {
    if (type.isArray()) {
      return simple(type.element()) + "[]";
    }
    String last = type.simple();
    int start = 0;
    while (start < last.length() && Character.isDigit(last.charAt(start))) {
      start++;
    }
    return last.substring(start);
  }

  private static Object copy(Execution execution, List<Object> arguments) {
    if (arguments.get(0) instanceof ArrayValue array) {
      execution.allocate(2L + array.length());
      return array.copy();
    }
    throw execution.obstacle("a clone of an object that is no array");
  }
}
