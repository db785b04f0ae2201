package dev.dmalint.conventions.oracle;

import dev.dmalint.analyzer.space.PlatformFold;
import dev.dmalint.findings.Platforms;
import dev.dmalint.machine.DriverRun;
import dev.dmalint.machine.DriverRun.Outcome;
import dev.dmalint.machine.DriverRun.Result;
import dev.dmalint.machine.MachineOptions;
import dev.dmalint.machine.trace.TraceEvent;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.Universe;
import dev.dmalint.models.World;
import dev.dmalint.models.WorldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the machine does with a driver.
 *
 * @param worlds what came of it, by outcome, in each world
 * @param platforms where that is a break
 */
record NativeRow(Map<String, List<String>> worlds, Platforms platforms) {
  private static final String WORKS = "works";
  private static final String ABSENT = "n/a";

  static NativeRow of(Subject subject) {
    Universe universe = ModelReader.builtIn();
    MachineOptions options = options(subject);
    Map<String, List<String>> outcomes = new TreeMap<>();
    WorldSet broken = WorldSet.NONE;
    WorldSet absent = WorldSet.NONE;
    for (int i = 0; i < universe.worlds().size(); i++) {
      World world = universe.worlds().get(i);
      boolean none = subject.isVirtio() && world.attribute("vm").equals("no");
      String outcome = none ? ABSENT : outcome(subject, world, options);
      outcomes.computeIfAbsent(outcome, key -> new ArrayList<>()).add(world.id());
      if (none) {
        absent = absent.or(WorldSet.of(i));
      } else if (!outcome.equals(WORKS)) {
        broken = broken.or(WorldSet.of(i));
      }
    }
    return new NativeRow(outcomes, new PlatformFold(universe).fold(broken, WorldSet.NONE, absent));
  }

  /**
   * E05 is about machines that give a device its mapper when it is opened; E22 is hidden where no
   * I/O address has the number of the physical one.
   */
  private static MachineOptions options(Subject subject) {
    MachineOptions usual = MachineOptions.usual();
    return switch (subject.mistake()) {
      case "E05" -> usual.withMapperAtOpen();
      case "E22" -> usual.withCollisions();
      default -> usual;
    };
  }

  private static String outcome(Subject subject, World world, MachineOptions options) {
    Outcome outcome = DriverRun.run(subject.driver(), world, options, subject.target());
    boolean wrong =
        outcome
            .trace()
            .of(TraceEvent.Noted.class)
            .anyMatch(line -> line.what().contains("wrong bytes"));
    Result result = outcome.result();
    if (result == Result.NOT_MODELLED || result == Result.UNFIT) {
      throw new AssertionError(subject.name() + " in " + world.id() + ": " + outcome.reason());
    }
    if (wrong && (result == Result.WORKS || result == Result.REFUSES)) {
      return "corrupts";
    }
    return result.name().toLowerCase(Locale.ROOT);
  }
}
