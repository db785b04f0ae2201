package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.replay.interpreter.Frame.Purpose;
import dev.dmalint.replay.value.Arithmetic;
import dev.dmalint.replay.value.FunctionValue;
import dev.dmalint.replay.value.Instance;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Reference;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stack of a run, and the loop that works it off. */
final class Run {
  private static final TypeName ERROR = new TypeName("java.lang.Error");

  private final Universe universe;
  private final Natives natives;
  private final Options options;
  private final Meter meter;
  private final Heap heap;
  private final Dispatch dispatch;
  private final Initialiser initialiser;
  private final Execution execution = new Execution(this);
  private final List<Frame> stack = new ArrayList<>();
  private final IdentityHashMap<Object, Map<String, Object>> attachments = new IdentityHashMap<>();
  private final Steps steps = new Steps(this);
  private final Ends ends = new Ends(this);
  private Object result = Nil.NULL;

  Run(Universe universe, Natives natives, Options options) {
    this.universe = universe;
    this.options = options;
    this.meter = new Meter(options.budget());
    this.heap = new Heap(universe, meter);
    this.dispatch = new Dispatch(universe, natives);
    this.initialiser = new Initialiser(universe);
    this.natives = natives;
  }

  Universe universe() {
    return universe;
  }

  Natives natives() {
    return natives;
  }

  Meter meter() {
    return meter;
  }

  Heap heap() {
    return heap;
  }

  Execution execution() {
    return execution;
  }

  Initialiser initialiser() {
    return initialiser;
  }

  Dispatch dispatch() {
    return dispatch;
  }

  IdentityHashMap<Object, Map<String, Object>> attachments() {
    return attachments;
  }

  boolean assertions() {
    return options.assertions();
  }

  Frame top() {
    return stack.get(stack.size() - 1);
  }

  Optional<SourceSpan> at() {
    return stack.isEmpty() ? Optional.empty() : Optional.of(top().at());
  }

  /** {@return the value of a method called by the host} */
  Object nested(MethodName method, List<Object> arguments) {
    meter.enter();
    boolean isVirtual =
        !arguments.isEmpty()
            && arguments.get(0) instanceof Reference
            && universe.method(method).map(found -> !found.isStatic()).orElse(true);
    Dispatch.Target target = isVirtual ? target(arguments.get(0), method) : dispatch.exact(method);
    int base = stack.size();
    result = Nil.NULL;
    try {
      if (target instanceof Dispatch.Body body && !isReadyFor(body.method())) {
        loop(base);
      }
      invoke(target, method, arguments, Purpose.ENTRY);
      loop(base);
    } finally {
      meter.leave();
    }
    return result;
  }

  private boolean isReadyFor(Method method) {
    return !method.isStatic()
        || universe.find(method.name().owner()).map(this::ensure).orElse(true);
  }

  Dispatch.Target target(Object receiver, MethodName method) {
    return receiver instanceof FunctionValue function
        ? dispatch.onFunction(function, method)
        : dispatch.virtual(((Reference) receiver).type(), method);
  }

  private void loop(int base) {
    while (stack.size() > base) {
      Frame frame = top();
      try {
        meter.step();
        if (frame.hasStep()) {
          Instruction step = frame.step();
          if (step.accept(steps) && frame == top()) {
            frame.advance();
          }
        } else {
          frame.begin();
          frame.block().end().accept(ends);
        }
      } catch (GuestException thrown) {
        raise(thrown.exception(), base);
      }
    }
  }

  /** Leads an exception to the next handler above {@code base}. */
  private void raise(Instance thrown, int base) {
    Instance exception = thrown;
    while (stack.size() > base) {
      Frame frame = top();
      if (frame.begun() && isCaught(frame, exception)) {
        return;
      }
      stack.remove(stack.size() - 1);
      if (frame.purpose() == Purpose.INITIALISE) {
        exception = failed(frame.method().name().owner(), exception);
      }
    }
    throw new GuestException(exception);
  }

  private boolean isCaught(Frame frame, Instance exception) {
    for (Block.Handler handler : frame.block().handlers()) {
      for (TypeName type : handler.types()) {
        if (universe.isSubtype(exception.type(), type)) {
          frame.caught(exception);
          frame.jump(handler.next());
          return true;
        }
      }
    }
    return false;
  }

  private Instance failed(TypeName owner, Instance exception) {
    universe.find(owner).ifPresent(initialiser::fail);
    if (universe.isSubtype(exception.type(), ERROR)) {
      return exception;
    }
    Instance wrapped =
        heap.failure("java.lang.ExceptionInInitializerError", Optional.empty()).exception();
    universe
        .find(wrapped.type())
        .flatMap(type -> type.field(Throwables.CAUSE))
        .ifPresent(place -> wrapped.put(place, exception));
    return wrapped;
  }

  /**
   * {@return whether a type is initialised; else its initialiser is on the stack, and the step is
   * to be begun again}
   */
  boolean ensure(LoadedType type) {
    if (initialiser.isReady(type)) {
      return true;
    }
    if (initialiser.hasFailed(type)) {
      throw heap.failure(
          "java.lang.NoClassDefFoundError",
          Optional.of("Could not initialize class " + type.name()));
    }
    for (Method method : initialiser.begin(type)) {
      push(method, List.of(), Purpose.INITIALISE);
    }
    return false;
  }

  private void push(Method method, List<Object> arguments, Purpose purpose) {
    meter.depth(stack.size() + 1);
    stack.add(new Frame(method, arguments, purpose));
  }

  /** Runs a target: pushes its frame, or has the host do it and delivers the result. */
  void invoke(Dispatch.Target target, MethodName method, List<Object> arguments, Purpose purpose) {
    if (target instanceof Dispatch.Body body) {
      push(body.method(), arguments, purpose);
    } else if (target instanceof Dispatch.Function) {
      function(arguments, purpose);
    } else if (target instanceof Dispatch.Host host) {
      host(host, arguments, purpose);
    } else if (target instanceof Dispatch.Unimplemented) {
      throw heap.failure("java.lang.AbstractMethodError", Optional.of(method.toString()));
    } else {
      deliver(unknown(method, arguments), purpose);
    }
  }

  private void host(Dispatch.Host host, List<Object> arguments, Purpose purpose) {
    Object value = host.function().call(execution, arguments);
    if (value instanceof Execution.GoOn call) {
      push(call.method(), call.arguments(), purpose);
    } else {
      TypeName type = host.result();
      deliver(type.isPrimitive() ? Arithmetic.convert(value, type) : value, purpose);
    }
  }

  private void function(List<Object> arguments, Purpose purpose) {
    FunctionValue function = (FunctionValue) arguments.get(0);
    List<Object> all = new ArrayList<>(function.captured());
    all.addAll(arguments.subList(1, arguments.size()));
    Method body =
        universe
            .method(function.body())
            .orElseThrow(() -> Stop.missing("there is no body '" + function.body() + "'"));
    push(body, all, purpose);
  }

  private Object unknown(MethodName method, List<Object> arguments) {
    SourceSpan at = at().orElseThrow(() -> Stop.missing("there is no method '" + method + "'"));
    return options
        .inputs()
        .unknown(new Inputs.Result(at, method.result(), method, arguments))
        .orElseThrow(() -> Stop.missing("nothing says what '" + method + "' does"));
  }

  Object unknown(Inputs.Unknown what, String obstacle) {
    return options.inputs().unknown(what).orElseThrow(() -> Stop.missing(obstacle));
  }

  /** Ends the top frame with a value. */
  void giveBack(Object value) {
    Frame ended = stack.remove(stack.size() - 1);
    deliver(value, ended.purpose());
  }

  private void deliver(Object value, Purpose purpose) {
    switch (purpose) {
      case CALL -> {
        Frame caller = top();
        if (caller.step() instanceof Instruction.Call call) {
          call.target().ifPresent(target -> caller.set(target, value));
        }
        caller.advance();
      }
      case TEXT -> top().texts().add(value);
      case INITIALISE -> {}
      case ENTRY -> result = value;
    }
  }
}
