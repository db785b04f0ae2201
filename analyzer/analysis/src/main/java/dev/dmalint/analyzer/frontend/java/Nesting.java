package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.Captor;
import dev.dmalint.analyzer.frontend.java.Outline.LambdaPlan;
import dev.dmalint.analyzer.frontend.java.Outline.TypePlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.eclipse.jdt.internal.compiler.lookup.LocalTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.jspecify.annotations.Nullable;

/**
 * The types, methods and lambdas around the place that is read, innermost first; tells them what
 * they capture.
 */
final class Nesting {
  private final Deque<Level> levels = new ArrayDeque<>();
  private final IdentityHashMap<LocalVariableBinding, Integer> declaredAt = new IdentityHashMap<>();
  private final List<Creation> creations = new ArrayList<>();

  /**
   * A type, a method or initialiser, or a lambda.
   *
   * @param plan of the type or lambda; null for a method
   * @param code the name that lambdas inside are called after
   */
  private record Level(@Nullable Captor plan, String code, boolean isStatic, Counter lambdas) {}

  /** Counts from 0. */
  private static final class Counter {
    private int next;

    int next() {
      return next++;
    }
  }

  /** An object of a local type is made: the levels around it capture what the type captures. */
  private record Creation(List<Level> around, LocalTypeBinding type) {}

  void inside(Captor plan, Runnable walk) {
    enter(plan);
    walk.run();
    leave();
  }

  void enter(Captor plan) {
    levels.push(new Level(plan, "", false, new Counter()));
  }

  void leave() {
    levels.pop();
  }

  /** Walks through the code of a method or initialiser. */
  void inCode(String name, boolean isStatic, Runnable walk) {
    levels.push(new Level(null, name, isStatic, new Counter()));
    walk.run();
    leave();
  }

  TypePlan enclosingType() {
    for (Level level : levels) {
      if (level.plan() instanceof TypePlan plan) {
        return plan;
      }
    }
    throw new IllegalStateException("code outside of a type");
  }

  /** {@return whether there is no {@code this} here} */
  boolean isStatic() {
    for (Level level : levels) {
      if (level.plan() == null) {
        return level.isStatic();
      }
    }
    return false;
  }

  /** {@return a plan for the next lambda of the type and method around} */
  LambdaPlan nextLambda() {
    String code = "";
    int number = 0;
    for (Level level : levels) {
      if (level.plan() == null && code.isEmpty()) {
        code = level.code();
      } else if (level.plan() instanceof TypePlan) {
        number = level.lambdas().next();
        break;
      }
    }
    return new LambdaPlan("lambda$" + code + "$" + number, number);
  }

  void declare(@Nullable LocalVariableBinding variable) {
    if (variable != null) {
      declaredAt.put(variable, levels.size());
    }
  }

  void use(LocalVariableBinding variable) {
    use(variable, List.copyOf(levels));
  }

  private boolean use(LocalVariableBinding variable, List<Level> around) {
    Integer declared = declaredAt.get(variable);
    if (declared == null) {
      return false;
    }
    boolean changed = false;
    for (Level level : around.subList(0, Math.max(0, around.size() - declared))) {
      if (level.plan() != null && holdsValues(level.plan())) {
        changed |= level.plan().captured().add(variable);
      }
    }
    return changed;
  }

  private static boolean holdsValues(Captor plan) {
    return plan instanceof LambdaPlan
        || (plan instanceof TypePlan type
            && type.declaration().binding instanceof LocalTypeBinding);
  }

  /** Notes that the place needs {@code this}, or an instance reached from it. */
  void useThis() {
    if (isStatic()) {
      return;
    }
    for (Level level : levels) {
      if (level.plan() instanceof LambdaPlan lambda) {
        lambda.useThis();
      } else if (level.plan() instanceof TypePlan) {
        return;
      }
    }
  }

  /** Notes that an object of a local type is made here, or part of one. */
  void create(LocalTypeBinding type) {
    creations.add(new Creation(List.copyOf(levels), type));
  }

  /** Hands what local types capture on to wherever their objects are made. */
  void propagate(Outline outline) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Creation creation : creations) {
        TypePlan plan = outline.local(creation.type());
        if (plan != null) {
          for (LocalVariableBinding variable : List.copyOf(plan.captured())) {
            changed |= use(variable, creation.around());
          }
        }
      }
    }
  }
}
