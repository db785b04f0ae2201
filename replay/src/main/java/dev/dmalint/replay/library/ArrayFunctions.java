package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.value.ArrayValue;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Reference;
import java.util.List;

/** Copies of arrays. */
final class ArrayFunctions {
  private ArrayFunctions() {}

  static void addTo(HostFunctions all) {
    all.add(
        "java.lang.System",
        "arraycopy(java.lang.Object,int,java.lang.Object,int,int)",
        ArrayFunctions::copy);
    all.add(
        "models.Reflection",
        "arrayLike(java.lang.Object,int)",
        (execution, args) ->
            execution.zeros(((ArrayValue) args.get(0)).type(), (Integer) args.get(1)));
  }

  private static Object copy(Execution execution, List<Object> arguments) {
    if (arguments.get(0) == Nil.NULL || arguments.get(2) == Nil.NULL) {
      throw execution.failure("java.lang.NullPointerException");
    }
    if (!(arguments.get(0) instanceof ArrayValue source)
        || !(arguments.get(2) instanceof ArrayValue target)) {
      throw execution.failure("java.lang.ArrayStoreException");
    }
    int from = (Integer) arguments.get(1);
    int to = (Integer) arguments.get(3);
    int length = (Integer) arguments.get(4);
    check(execution, source, from, target, to, length);
    execution.work(length / 8L);
    TypeName a = source.type().element();
    TypeName b = target.type().element();
    if ((a.isPrimitive() || b.isPrimitive()) && !a.equals(b)) {
      throw execution.failure("java.lang.ArrayStoreException");
    }
    if (a.isPrimitive() || execution.isSubtype(a, b)) {
      target.copyFrom(source, from, to, length);
    } else {
      oneByOne(execution, source.copy(), from, target, to, length);
    }
    return Nil.NULL;
  }

  private static void oneByOne(
      Execution execution, ArrayValue source, int from, ArrayValue target, int to, int length) {
    for (int i = 0; i < length; i++) {
      Object value = source.get(from + i);
      if (value instanceof Reference object
          && !execution.isSubtype(object.type(), target.type().element())) {
        throw execution.failure("java.lang.ArrayStoreException");
      }
      target.put(to + i, value);
    }
  }

  private static void check(
      Execution execution, ArrayValue source, int from, ArrayValue target, int to, int length) {
    boolean isInside =
        from >= 0
            && to >= 0
            && length >= 0
            && (long) from + length <= source.length()
            && (long) to + length <= target.length();
    if (!isInside) {
      throw execution.failure(
          "java.lang.ArrayIndexOutOfBoundsException",
          "arraycopy: %d elements from %d of %d to %d of %d"
              .formatted(length, from, source.length(), to, target.length()));
    }
  }
}
