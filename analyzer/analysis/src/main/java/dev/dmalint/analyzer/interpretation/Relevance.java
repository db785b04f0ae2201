package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.flow.Hierarchy;
import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods can come to make an address, themselves or through what they call. */
final class Relevance {
  private final Set<Method> matters = new HashSet<>();

  Relevance(Hierarchy hierarchy, RowIndex rows) {
    Map<String, Set<Method>> callers = new HashMap<>();
    Deque<Method> work = new ArrayDeque<>();
    for (Type type : hierarchy.types()) {
      for (Method method : type.methods()) {
        for (Block block : method.blocks()) {
          for (Instruction step : block.steps()) {
            if (look(step, method, callers, rows) && matters.add(method)) {
              work.add(method);
            }
          }
        }
      }
    }
    while (!work.isEmpty()) {
      Method method = work.remove();
      for (Method caller : callers.getOrDefault(shape(method.name()), Set.of())) {
        if (matters.add(caller)) {
          work.add(caller);
        }
      }
    }
  }

  private static boolean look(
      Instruction step, Method method, Map<String, Set<Method>> callers, RowIndex rows) {
    if (step instanceof Instruction.Call call) {
      callers.computeIfAbsent(shape(call.callee()), key -> new HashSet<>()).add(method);
      return rows.call(call.callee()).map(RowIndex::isSource).orElse(false);
    }
    if (step instanceof Instruction.Closure closure) {
      callers.computeIfAbsent(shape(closure.body()), key -> new HashSet<>()).add(method);
    }
    return false;
  }

  /** Overriding methods share name and number of parameters, whatever their erased types. */
  private static String shape(MethodName name) {
    List<?> parameters = name.parameters();
    return name.name() + "/" + parameters.size();
  }

  boolean matters(Method method) {
    return matters.contains(method);
  }
}
