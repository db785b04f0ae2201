package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Instruction.FieldLoad;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.replay.interpreter.Natives.HostField;
import dev.dmalint.replay.value.Instance;
import dev.dmalint.replay.value.Nil;
import java.util.Optional;

/** Reads and writes fields, static ones after their class is initialised. */
final class Fields {
  private final Run run;

  Fields(Run run) {
    this.run = run;
  }

  boolean load(FieldLoad step) {
    FieldName field = step.field();
    Object object = object(step.object());
    Optional<LoadedType> type = run.universe().find(field.owner());
    if (step.object().isEmpty() && type.isPresent()) {
      return loadStatic(step, type.get());
    }
    Optional<Integer> place = type.flatMap(owner -> owner.field(field));
    Object value;
    if (place.isPresent() && object instanceof Instance instance) {
      value = instance.get(place.get());
    } else {
      Optional<HostField> host = run.natives().field(field);
      value =
          host.isPresent()
              ? host.get().load(run.execution(), object)
              : run.unknown(
                  new Inputs.Construct(step.at(), field.type(), field.toString()),
                  "nothing says what '" + field + "' is");
    }
    run.top().set(step.target(), value);
    return true;
  }

  private Object object(Optional<Local> local) {
    Object object = local.<Object>map(run.top()::get).orElse(Nil.NULL);
    if (local.isPresent() && object == Nil.NULL) {
      throw run.heap().failure("java.lang.NullPointerException", Optional.empty());
    }
    return object;
  }

  private boolean loadStatic(FieldLoad step, LoadedType type) {
    int place = place(type, step.field());
    if (!run.ensure(type)) {
      return false;
    }
    run.top().set(step.target(), run.initialiser().statics(type)[place]);
    return true;
  }

  private static int place(LoadedType type, FieldName field) {
    return type.staticField(field)
        .orElseThrow(() -> Stop.missing("there is no field '" + field + "'"));
  }

  boolean store(FieldStore step) {
    FieldName field = step.field();
    Object object = object(step.object());
    Object value = run.top().get(step.source());
    Optional<LoadedType> type = run.universe().find(field.owner());
    if (step.object().isEmpty() && type.isPresent()) {
      int place = place(type.get(), field);
      if (!run.ensure(type.get())) {
        return false;
      }
      run.initialiser().statics(type.get())[place] = value;
      return true;
    }
    Optional<Integer> place = type.flatMap(owner -> owner.field(field));
    if (place.isPresent() && object instanceof Instance instance) {
      instance.put(place.get(), value);
    } else {
      run.natives()
          .field(field)
          .orElseThrow(() -> Stop.missing("nothing says what '" + field + "' is"))
          .store(run.execution(), object, value);
    }
    return true;
  }
}
