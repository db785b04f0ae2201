package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.value.HostValue;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Text;
import java.util.List;

/** {@code StringBuilder} and {@code StringBuffer} over the host's builder. */
final class BuilderFunctions {
  private static final List<String> OWNERS =
      List.of("java.lang.StringBuilder", "java.lang.StringBuffer");
  private static final List<String> PRIMITIVES =
      List.of("boolean", "char", "int", "long", "float", "double");

  private BuilderFunctions() {}

  /** Does something to a builder. */
  @FunctionalInterface
  private interface Change {
    void apply(StringBuilder builder, List<Object> arguments);
  }

  static void addTo(HostFunctions all) {
    for (String owner : OWNERS) {
      addTo(all, owner);
    }
  }

  private static void addTo(HostFunctions all, String owner) {
    TypeName type = new TypeName(owner);
    all.add(owner, "<new>()", (execution, args) -> over(type, new StringBuilder()));
    all.add(owner, "<init>()", (execution, args) -> Nil.NULL);
    all.add(owner, "<init>(int)", (execution, args) -> Nil.NULL);
    change(all, owner, "<init>(java.lang.String)", (to, args) -> to.append(required(args.get(1))));
    change(all, owner, "append(java.lang.String)", (to, args) -> to.append(args.get(1)));
    for (String primitive : PRIMITIVES) {
      change(all, owner, "append(" + primitive + ")", (to, args) -> to.append(args.get(1)));
      change(
          all,
          owner,
          "insert(int," + primitive + ")",
          (to, args) -> to.insert(number(args.get(1)), args.get(2)));
    }
    change(
        all,
        owner,
        "insert(int,java.lang.String)",
        (to, args) -> to.insert(number(args.get(1)), args.get(2)));
    edits(all, owner);
    reads(all, owner);
  }

  private static void edits(HostFunctions all, String owner) {
    change(all, owner, "reverse()", (to, args) -> to.reverse());
    change(all, owner, "deleteCharAt(int)", (to, args) -> to.deleteCharAt(number(args.get(1))));
    change(
        all,
        owner,
        "delete(int,int)",
        (to, args) -> to.delete(number(args.get(1)), number(args.get(2))));
    change(
        all,
        owner,
        "replace(int,int,java.lang.String)",
        (to, args) -> to.replace(number(args.get(1)), number(args.get(2)), required(args.get(3))));
    change(
        all,
        owner,
        "setCharAt(int,char)",
        (to, args) -> to.setCharAt(number(args.get(1)), (Character) args.get(2)));
    change(
        all, owner, "appendCodePoint(int)", (to, args) -> to.appendCodePoint(number(args.get(1))));
    change(all, owner, "setLength(int)", (to, args) -> to.setLength(number(args.get(1))));
  }

  private static HostValue over(TypeName type, StringBuilder builder) {
    return new HostValue(type, builder);
  }

  private static void reads(HostFunctions all, String owner) {
    all.add(owner, "toString()", (execution, args) -> execution.text(builder(args).toString()));
    all.add(owner, "length()", (execution, args) -> builder(args).length());
    all.add(
        owner,
        "charAt(int)",
        (execution, args) -> guarded(execution, () -> builder(args).charAt(number(args.get(1)))));
    all.add(
        owner,
        "indexOf(java.lang.String)",
        (execution, args) -> builder(args).indexOf(required(args.get(1))));
    all.add(
        owner,
        "substring(int)",
        (execution, args) ->
            guarded(execution, () -> execution.text(builder(args).substring(number(args.get(1))))));
    all.add(
        owner,
        "substring(int,int)",
        (execution, args) ->
            guarded(
                execution,
                () ->
                    execution.text(
                        builder(args).substring(number(args.get(1)), number(args.get(2))))));
  }

  private static void change(HostFunctions all, String owner, String signature, Change change) {
    all.add(
        owner,
        signature,
        (execution, args) ->
            guarded(
                execution,
                () -> {
                  int before = builder(args).length();
                  boolean grows = signature.startsWith("setLength");
                  execution.allocate(grows ? Math.max(0, number(args.get(1)) / 8) : 1);
                  change.apply(builder(args), args);
                  execution.allocate(Math.max(0, builder(args).length() - before) / 8);
                  return args.get(0);
                }));
  }

  private static StringBuilder builder(List<Object> arguments) {
    return (StringBuilder) ((HostValue) arguments.get(0)).content();
  }

  private static int number(Object value) {
    return (Integer) value;
  }

  private static String required(Object value) {
    return ((Text) value).value();
  }

  /** Something that may find an index out of bounds. */
  @FunctionalInterface
  private interface Guarded {
    Object apply();
  }

  private static Object guarded(Execution execution, Guarded action) {
    try {
      return action.apply();
    } catch (IndexOutOfBoundsException outside) {
      throw execution.failure(outside.getClass().getName(), String.valueOf(outside.getMessage()));
    }
  }
}
