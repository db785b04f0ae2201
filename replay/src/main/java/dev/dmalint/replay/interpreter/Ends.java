package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Terminator;
import dev.dmalint.replay.value.Box;
import dev.dmalint.replay.value.Instance;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Text;
import java.util.Optional;

/** Does what a block ends with. */
final class Ends implements Terminator.Visitor<Boolean> {
  private final Run run;

  Ends(Run run) {
    this.run = run;
  }

  @Override
  public Boolean jump(Terminator.Jump end) {
    run.top().jump(end.next());
    return true;
  }

  @Override
  public Boolean branch(Terminator.Branch end) {
    boolean holds = (Boolean) run.top().get(end.test());
    run.top().jump(holds ? end.whenTrue() : end.whenFalse());
    return true;
  }

  @Override
  public Boolean choose(Terminator.Switch end) {
    Object selector = run.top().get(end.selector());
    if (selector == Nil.NULL) {
      throw run.heap().failure("java.lang.NullPointerException", Optional.empty());
    }
    Object value = selector instanceof Box box ? box.value() : selector;
    for (Terminator.Case each : end.cases()) {
      if (matches(each.label(), value)) {
        run.top().jump(each.next());
        return true;
      }
    }
    run.top().jump(end.otherwise());
    return true;
  }

  private boolean matches(Literal label, Object value) {
    if (label instanceof Literal.Whole whole) {
      long number = value instanceof Character unit ? unit : ((Number) value).longValue();
      return whole.value() == number;
    }
    if (label instanceof Literal.Text text) {
      return value instanceof Text other && text.value().equals(other.value());
    }
    return label instanceof Literal.EnumLabel constant && value == constant(constant.constant());
  }

  private Object constant(FieldName name) {
    return run.universe()
        .find(name.owner())
        .flatMap(
            type -> type.staticField(name).map(place -> run.initialiser().statics(type)[place]))
        .orElseThrow(() -> Stop.missing("there is no constant '" + name + "'"));
  }

  @Override
  public Boolean giveBack(Terminator.Return end) {
    Object value = end.value().<Object>map(run.top()::get).orElse(Nil.NULL);
    run.giveBack(value);
    return true;
  }

  @Override
  public Boolean raise(Terminator.Throw end) {
    if (run.top().get(end.exception()) instanceof Instance exception) {
      throw new GuestException(exception);
    }
    throw run.heap().failure("java.lang.NullPointerException", Optional.empty());
  }
}
