package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Dispatch.Target;
import dev.dmalint.replay.interpreter.Frame.Purpose;
import dev.dmalint.replay.value.FunctionValue;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls. The result is delivered to the caller's step, which ends with that. */
final class Calls {
  private final Run run;

  Calls(Run run) {
    this.run = run;
  }

  void step(Instruction.Call step) {
    List<Object> arguments = new ArrayList<>();
    step.receiver().ifPresent(receiver -> arguments.add(run.top().get(receiver)));
    for (Local argument : step.arguments()) {
      arguments.add(run.top().get(argument));
    }
    Target target = target(step, arguments);
    if (step.certainty() == Certainty.UNRESOLVED && target instanceof Dispatch.Body) {
      target = new Dispatch.Missing();
    }
    boolean isReady =
        step.kind() != CallKind.STATIC
            || !(target instanceof Dispatch.Body body)
            || run.universe().find(body.method().name().owner()).map(run::ensure).orElse(true);
    if (isReady) {
      run.invoke(target, step.callee(), arguments, Purpose.CALL);
    }
  }

  private Target target(Instruction.Call step, List<Object> arguments) {
    if (step.receiver().isEmpty()) {
      return run.dispatch().find(step, step.callee().owner());
    }
    Object receiver = arguments.get(0);
    if (receiver == Nil.NULL) {
      throw run.heap().failure("java.lang.NullPointerException", Optional.empty());
    }
    if (step.kind() == CallKind.VIRTUAL && receiver instanceof FunctionValue function) {
      return run.dispatch().onFunction(function, step.callee());
    }
    return run.dispatch().find(step, ((Reference) receiver).type());
  }

  /** {@return an object of a type without IR: a host function makes it, or an input} */
  Object foreign(Instruction.Allocate step) {
    TypeName type = step.type();
    MethodName allocation = new MethodName(type, "<new>", List.of(), type);
    Optional<Native> maker = run.natives().find(allocation);
    if (maker.isPresent()) {
      return maker.get().call(run.execution(), List.of());
    }
    return run.unknown(
        new Inputs.Construct(step.at(), type, "new " + type),
        "there is no model of '" + type + "'");
  }
}
