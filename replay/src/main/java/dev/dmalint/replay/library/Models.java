package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Native;
import dev.dmalint.replay.interpreter.Natives;
import dev.dmalint.replay.interpreter.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Members of {@code p.X} that are written in Java: the static methods of {@code models.p.XModel},
 * as they are for static members, with the receiver before the parameters for others.
 */
final class Models implements Natives {
  private final Universe universe;

  Models(Universe universe) {
    this.universe = universe;
  }

  @Override
  public Optional<Native> find(MethodName method) {
    if (method.name().startsWith("<")) {
      return Optional.empty();
    }
    TypeName owner = method.owner();
    TypeName model = new TypeName("models." + owner.text().replace('$', '_') + "Model");
    List<TypeName> withReceiver = new ArrayList<>(method.parameters());
    withReceiver.add(0, owner);
    Optional<Method> found =
        method(model, method, method.parameters()).or(() -> method(model, method, withReceiver));
    return found.map(body -> (execution, arguments) -> execution.goOnWith(body, arguments));
  }

  private Optional<Method> method(TypeName model, MethodName method, List<TypeName> parameters) {
    return universe.method(new MethodName(model, method.name(), parameters, method.result()));
  }
}
