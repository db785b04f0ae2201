package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.interpreter.Native;
import dev.dmalint.replay.interpreter.Natives;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Host functions in a table, by owner and signature. */
final class HostFunctions implements Natives {
  private final Map<String, Native> functions = new HashMap<>();

  private HostFunctions() {}

  /** {@return all functions of the library that are written for it} */
  static Natives all() {
    HostFunctions all = new HostFunctions();
    ObjectFunctions.addTo(all);
    BoxFunctions.addTo(all);
    StringFunctions.addTo(all);
    BuilderFunctions.addTo(all);
    ArrayFunctions.addTo(all);
    ReflectionFunctions.addTo(all);
    return all;
  }

  /**
   * Adds a function.
   *
   * @param owner the type that declares it
   * @param signature name and parameters: {@code put(int,long)}
   */
  void add(String owner, String signature, Native function) {
    functions.put(owner + "#" + signature, function);
  }

  @Override
  public Optional<HostField> field(FieldName field) {
    return switch (field.toString()) {
      case "java.lang.Boolean#TRUE" -> Optional.of(new Constant(true));
      case "java.lang.Boolean#FALSE" -> Optional.of(new Constant(false));
      default -> Optional.empty();
    };
  }

  /** The box of a primitive. */
  private record Constant(Object value) implements HostField {
    @Override
    public Object load(Execution execution, Object object) {
      return execution.box(value);
    }

    @Override
    public void store(Execution execution, Object object, Object other) {
      throw execution.obstacle("a constant of the class library is written");
    }
  }

  @Override
  public Optional<Native> find(MethodName method) {
    return Optional.ofNullable(functions.get(method.toString()));
  }
}
