package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.flow.Hierarchy;
import dev.dmalint.analyzer.identity.ConfiguredSink;
import dev.dmalint.analyzer.identity.DeviceCatalogue;
import dev.dmalint.analyzer.identity.DriverIdentity;
import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Program;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.FailedUse;
import dev.dmalint.analyzer.space.Judgement;
import dev.dmalint.findings.Gap;
import dev.dmalint.models.Lifecycle;
import dev.dmalint.models.Universe;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs a whole program: its drivers first, then the classes that no driver reached. */
public final class Interpretation {
  /** Steps for one driver, and for one other class. */
  private static final long DRIVER_STEPS = 4_000_000;

  private static final long CLASS_STEPS = 400_000;

  /** Stack of the threads that follow calls, in bytes. */
  private static final long STACK = 64L << 20;

  private final Setting setting;
  private final Personalities personalities;
  private final Relevance relevance;
  private final int threads;

  /**
   * Prepares a run; nothing is run yet.
   *
   * @param program what the front end made of the sources
   * @param universe the models, limited to the worlds to analyse
   * @param personalities what drivers match, from beside the source and from the configuration
   * @param sinks sinks that the configuration declares
   * @param threads how many threads may work; never changes the result
   */
  public Interpretation(
      Program program,
      Universe universe,
      List<Personality> personalities,
      List<ConfiguredSink> sinks,
      int threads) {
    Hierarchy hierarchy = new Hierarchy(program);
    RowIndex rows = new RowIndex(universe.rows(), hierarchy);
    DeviceCatalogue devices = new DeviceCatalogue(universe.devices());
    this.setting = new Setting(universe, hierarchy, rows, devices, personalities, sinks);
    this.personalities = new Personalities(universe, personalities, hierarchy);
    this.relevance = new Relevance(hierarchy, rows);
    this.threads = threads;
  }

  /** {@return all that was met, in an order that does not depend on the number of threads} */
  public Met run() {
    List<Type> drivers = new ArrayList<>();
    List<Type> others = new ArrayList<>();
    for (Type type : setting.hierarchy().types()) {
      boolean concrete =
          !type.flags().contains(Flag.ABSTRACT) && !type.flags().contains(Flag.INTERFACE);
      (lifecycle(type).isPresent() && concrete ? drivers : others).add(type);
    }
    List<Result> results = new ArrayList<>(all(drivers, this::driver));
    Set<Method> visited = new HashSet<>();
    results.forEach(result -> visited.addAll(result.visited()));
    List<Type> left = others.stream().filter(type -> hasEntry(type, visited)).toList();
    results.addAll(all(left, type -> other(type, visited)));
    return met(results);
  }

  private static Met met(List<Result> results) {
    List<Judgement> judgements = new ArrayList<>();
    List<FailedUse> uses = new ArrayList<>();
    Set<Gap> gaps = new HashSet<>();
    for (Result result : results) {
      judgements.addAll(result.judgements());
      uses.addAll(result.uses());
      gaps.addAll(result.gaps());
    }
    return new Met(judgements, uses, gaps);
  }

  private boolean hasEntry(Type type, Set<Method> visited) {
    return type.methods().stream()
        .anyMatch(
            method ->
                method.hasBody()
                    && !method.flags().contains(Flag.SYNTHETIC)
                    && !visited.contains(method)
                    && relevance.matters(method));
  }

  private Optional<Lifecycle> lifecycle(Type type) {
    for (TypeName above : setting.hierarchy().supertypes(type.name())) {
      for (Lifecycle lifecycle : setting.universe().lifecycles()) {
        if (lifecycle.type().equals(above.text()) && !above.equals(type.name())) {
          return Optional.of(lifecycle);
        }
      }
    }
    return Optional.empty();
  }

  private Result driver(Type type) {
    DriverIdentity identity = setting.devices().identify(personalities.of(type));
    Unit unit = new Unit(setting, DRIVER_STEPS);
    Harness harness = new Harness(unit, type, identity, method -> true);
    harness.live(lifecycle(type).orElseThrow());
    return result(unit, type.name().text(), harness.refused());
  }

  private Result other(Type type, Set<Method> visited) {
    Unit unit = new Unit(setting, CLASS_STEPS);
    DriverIdentity identity = setting.devices().identify(personalities.of(type));
    Harness harness = new Harness(unit, type, identity, method -> !visited.contains(method));
    harness.use();
    return result(unit, "", WorldSet.NONE);
  }

  private static Result result(Unit unit, String driver, WorldSet refused) {
    Recorder recorder = unit.recorder();
    List<Judgement> judgements =
        new Judge(unit, driver, new Consumption(unit).arrivals()).judgements();
    List<FailedUse> uses =
        new ArrayList<>(recorder.uses(driver, FailedUse.Kind.DEREFERENCE, unit.all()));
    uses.addAll(recorder.uses(driver, FailedUse.Kind.REFUSAL, refused));
    return new Result(judgements, uses, recorder.gaps(), recorder.visited());
  }

  private List<Result> all(List<Type> types, Function<Type, Result> work) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, task -> new Thread(null, task, "dmalint-analysis", STACK));
    try {
      List<Future<Result>> futures = new ArrayList<>();
      types.forEach(type -> futures.add(pool.submit(() -> guarded(type, work))));
      List<Result> results = new ArrayList<>();
      for (Future<Result> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while analysing", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the analysis failed", failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** A class whose analysis overflows the stack costs itself, not the run. */
  private static Result guarded(Type type, Function<Type, Result> work) {
    try {
      return work.apply(type);
    } catch (StackOverflowError deep) {
      Gap gap =
          new Gap(
              Gap.Kind.BOUND,
              type.at().file(),
              type.at().line(),
              "'%s' is nested too deeply to be analysed".formatted(type.name().simple()));
      return new Result(List.of(), List.of(), Set.of(gap), Set.of());
    }
  }

  /**
   * Everything that was met.
   *
   * @param judgements every arrival, judged
   * @param uses every failed construction that is used
   * @param gaps what was not followed to the end
   */
  public record Met(List<Judgement> judgements, List<FailedUse> uses, Collection<Gap> gaps) {}

  private record Result(
      List<Judgement> judgements,
      List<FailedUse> uses,
      Collection<Gap> gaps,
      Set<Method> visited) {}
}
