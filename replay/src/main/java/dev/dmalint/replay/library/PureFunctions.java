package dev.dmalint.replay.library;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.interpreter.Native;
import dev.dmalint.replay.interpreter.Natives;
import dev.dmalint.replay.value.Box;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Methods of numbers and strings that read nothing but their arguments: the host's own are asked.
 * They take and give primitives and strings only; an exception of the host becomes one of the
 * program.
 */
final class PureFunctions implements Natives {
  /** Members that look at the environment, the locale or chance, or that are not bounded. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "java.lang.Math#random",
          "java.lang.StrictMath#random",
          "java.lang.Integer#getInteger",
          "java.lang.Long#getLong",
          "java.lang.Boolean#getBoolean",
          "java.lang.String#matches",
          "java.lang.String#replaceAll",
          "java.lang.String#replaceFirst",
          "java.lang.String#split",
          "java.lang.String#format",
          "java.lang.String#formatted",
          "java.lang.String#repeat",
          "java.lang.String#intern",
          "java.lang.String#getBytes");

  private static final Map<String, Class<?>> OWNERS =
      Map.ofEntries(
          entry(Math.class),
          entry(StrictMath.class),
          entry(String.class),
          entry(Integer.class),
          entry(Long.class),
          entry(Short.class),
          entry(Byte.class),
          entry(Character.class),
          entry(Boolean.class),
          entry(Float.class),
          entry(Double.class));

  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          entry(boolean.class),
          entry(byte.class),
          entry(short.class),
          entry(char.class),
          entry(int.class),
          entry(long.class),
          entry(float.class),
          entry(double.class),
          entry(String.class),
          Map.entry("java.lang.CharSequence", CharSequence.class));

  private static Map.Entry<String, Class<?>> entry(Class<?> type) {
    return Map.entry(type.getName(), type);
  }

  @Override
  public Optional<Native> find(MethodName name) {
    Class<?> owner = OWNERS.get(name.owner().text());
    boolean isLeftOut = LEFT_OUT.contains(name.owner() + "#" + name.name());
    if (owner == null || isLeftOut || !isPlain(name.result())) {
      return Optional.empty();
    }
    List<Class<?>> parameters = new ArrayList<>();
    for (TypeName parameter : name.parameters()) {
      Class<?> type = TYPES.get(parameter.text());
      if (type == null) {
        return Optional.empty();
      }
      parameters.add(type);
    }
    return method(owner, name.name(), parameters.toArray(new Class<?>[0]))
        .map(method -> (execution, arguments) -> call(execution, method, arguments));
  }

  private static boolean isPlain(TypeName type) {
    return type.isPrimitive() || type.equals(TypeName.STRING);
  }

  private static Optional<Method> method(Class<?> owner, String name, Class<?>[] parameters) {
    try {
      return Optional.of(owner.getMethod(name, parameters));
    } catch (NoSuchMethodException none) {
      return Optional.empty();
    }
  }

  private static Object call(Execution execution, Method method, List<Object> arguments) {
    List<Object> given = new ArrayList<>();
    for (Object argument : arguments) {
      given.add(plain(execution, argument));
    }
    Object receiver = Modifier.isStatic(method.getModifiers()) ? Nil.NULL : given.remove(0);
    try {
      Object result = method.invoke(receiver, orNull(given));
      return result instanceof String text ? execution.text(text) : result;
    } catch (InvocationTargetException thrown) {
      throw failure(execution, requireNonNull(thrown.getCause()));
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException("a public method of a public class: " + method, closed);
    }
  }

  private static Object plain(Execution execution, Object value) {
    if (value instanceof Text text) {
      execution.work(text.value().length() / 8L);
      return text.value();
    }
    if (value instanceof Box box) {
      return box.value();
    }
    if (value instanceof Nil
        || value instanceof Number
        || value instanceof Character
        || value instanceof Boolean) {
      return value;
    }
    throw execution.obstacle("a host function cannot look into '" + value + "'");
  }

  @SuppressWarnings("NullAway") // the host's methods are given null where the program gives it
  private static Object[] orNull(List<Object> values) {
    return values.stream().map(value -> value == Nil.NULL ? null : value).toArray();
  }

  private static RuntimeException failure(Execution execution, Throwable thrown) {
    String type = thrown.getClass().getName();
    String message = thrown.getMessage();
    return message == null ? execution.failure(type) : execution.failure(type, message);
  }
}
