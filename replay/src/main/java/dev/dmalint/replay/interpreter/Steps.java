package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.value.Arithmetic;
import dev.dmalint.replay.value.ArrayValue;
import dev.dmalint.replay.value.FunctionValue;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does single steps; says of each whether it is done, or else to be begun again. */
final class Steps implements Instruction.Visitor<Boolean> {
  private final Run run;
  private final Calls calls;
  private final Fields fields;
  private final Concatenation concatenation;

  Steps(Run run) {
    this.run = run;
    this.calls = new Calls(run);
    this.fields = new Fields(run);
    this.concatenation = new Concatenation(run);
  }

  private Object get(Local local) {
    return run.top().get(local);
  }

  private boolean set(Local local, Object value) {
    run.top().set(local, value);
    return true;
  }

  private GuestException failure(String type, String message) {
    return run.heap().failure(type, Optional.of(message));
  }

  @Override
  public Boolean constant(Instruction.Constant step) {
    TypeName type = step.target().type();
    Literal literal = step.value();
    if (literal instanceof Literal.Whole whole) {
      boolean isBoolean = type.equals(TypeName.BOOLEAN);
      return set(
          step.target(),
          isBoolean ? (Object) (whole.value() != 0) : Arithmetic.convert(whole.value(), type));
    }
    if (literal instanceof Literal.Floating floating) {
      return set(step.target(), Arithmetic.convert(floating.value(), type));
    }
    return set(step.target(), reference(literal));
  }

  private Object reference(Literal literal) {
    if (literal instanceof Literal.Text text) {
      return run.heap().intern(text.value());
    }
    if (literal instanceof Literal.TypeOf type) {
      return run.heap().type(type.type());
    }
    return Nil.NULL;
  }

  @Override
  public Boolean copy(Instruction.Copy step) {
    return set(step.target(), get(step.source()));
  }

  @Override
  public Boolean unary(Instruction.Unary step) {
    return set(step.target(), Arithmetic.unary(step.operator(), get(step.operand())));
  }

  @Override
  public Boolean binary(Instruction.Binary step) {
    try {
      return set(
          step.target(), Arithmetic.binary(step.operator(), get(step.left()), get(step.right())));
    } catch (ArithmeticException division) {
      throw failure("java.lang.ArithmeticException", "/ by zero");
    }
  }

  @Override
  public Boolean convert(Instruction.Convert step) {
    return set(step.target(), Arithmetic.convert(get(step.source()), step.target().type()));
  }

  @Override
  public Boolean cast(Instruction.Cast step) {
    Object value = get(step.source());
    if (value instanceof Reference object && !fits(object, step.type())) {
      throw failure(
          "java.lang.ClassCastException",
          "class %s cannot be cast to class %s".formatted(object.type(), step.type()));
    }
    return set(step.target(), value);
  }

  private boolean fits(Reference object, TypeName type) {
    return run.universe().isSubtype(object.type(), type);
  }

  @Override
  public Boolean instanceOf(Instruction.InstanceOf step) {
    Object value = get(step.source());
    return set(step.target(), value instanceof Reference object && fits(object, step.type()));
  }

  @Override
  public Boolean concat(Instruction.Concat step) {
    return concatenation.step(step);
  }

  @Override
  public Boolean allocate(Instruction.Allocate step) {
    Optional<LoadedType> type = run.universe().find(step.type());
    if (type.isEmpty()) {
      return set(step.target(), calls.foreign(step));
    }
    return run.ensure(type.get()) && set(step.target(), run.heap().allocate(type.get()));
  }

  @Override
  public Boolean allocateArray(Instruction.AllocateArray step) {
    List<Integer> lengths = new ArrayList<>();
    for (Local length : step.lengths()) {
      lengths.add((Integer) get(length));
    }
    for (int length : lengths) {
      if (length < 0) {
        throw failure("java.lang.NegativeArraySizeException", Integer.toString(length));
      }
    }
    return set(step.target(), run.heap().array(step.type(), lengths));
  }

  private ArrayValue array(Local local) {
    if (get(local) instanceof ArrayValue array) {
      return array;
    }
    throw run.heap().failure("java.lang.NullPointerException", Optional.empty());
  }

  private int index(ArrayValue array, Local local) {
    int index = (Integer) get(local);
    if (index < 0 || index >= array.length()) {
      throw failure(
          "java.lang.ArrayIndexOutOfBoundsException",
          "Index %d out of bounds for length %d".formatted(index, array.length()));
    }
    return index;
  }

  @Override
  public Boolean arrayLength(Instruction.ArrayLength step) {
    return set(step.target(), array(step.array()).length());
  }

  @Override
  public Boolean arrayLoad(Instruction.ArrayLoad step) {
    ArrayValue array = array(step.array());
    return set(step.target(), array.get(index(array, step.index())));
  }

  @Override
  public Boolean arrayStore(Instruction.ArrayStore step) {
    ArrayValue array = array(step.array());
    int index = index(array, step.index());
    Object value = get(step.source());
    if (value instanceof Reference object && !fits(object, array.type().element())) {
      throw failure("java.lang.ArrayStoreException", object.type().text());
    }
    array.put(index, value);
    return true;
  }

  @Override
  public Boolean fieldLoad(Instruction.FieldLoad step) {
    return fields.load(step);
  }

  @Override
  public Boolean fieldStore(Instruction.FieldStore step) {
    return fields.store(step);
  }

  @Override
  public Boolean call(Instruction.Call step) {
    calls.step(step);
    return false;
  }

  @Override
  public Boolean closure(Instruction.Closure step) {
    List<Object> captured = new ArrayList<>();
    step.captured().forEach(local -> captured.add(get(local)));
    TypeName wanted = step.target().type();
    TypeName type = wanted.equals(TypeName.OBJECT) ? step.interfaceMethod().owner() : wanted;
    run.meter().allocate(2L + captured.size());
    return set(
        step.target(), new FunctionValue(type, step.interfaceMethod(), step.body(), captured));
  }

  @Override
  public Boolean caughtException(Instruction.CaughtException step) {
    return set(step.target(), run.top().caught());
  }

  @Override
  public Boolean monitor(Instruction.Monitor step) {
    if (get(step.object()) == Nil.NULL) {
      throw run.heap().failure("java.lang.NullPointerException", Optional.empty());
    }
    return true;
  }

  @Override
  public Boolean unlowered(Instruction.Unlowered step) {
    TypeName type = step.target().map(Local::type).orElse(TypeName.VOID);
    Object value =
        run.unknown(
            new Inputs.Construct(step.at(), type, step.construct()),
            "a construct was not lowered: " + step.construct());
    step.target().ifPresent(target -> set(target, value));
    return true;
  }
}
