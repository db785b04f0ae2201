package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.flow.BlockOrder;
import dev.dmalint.analyzer.flow.Hierarchy;
import dev.dmalint.analyzer.heap.Atoms;
import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Region.Kind;
import dev.dmalint.analyzer.heap.Regions;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.identity.DriverIdentity;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.models.Place;
import dev.dmalint.models.WorldSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One analysis of one class: its regions, its records and its budget. */
final class Unit {
  /** How far objects that came from outside are told apart by the way to them. */
  private static final int OUTSIDE_DEPTH = 5;

  private final Setting setting;
  private final Regions regions = new Regions();
  private final Recorder recorder = new Recorder();
  private final Map<Region, Instruction.Closure> closures = new HashMap<>();
  private final Map<String, TypeName> cellTypes = new HashMap<>();
  private final Map<Region, Integer> outsideDepth = new HashMap<>();
  private final Map<Region, DriverIdentity> identities = new HashMap<>();
  private final Map<Region, TypeName> castTypes = new HashMap<>();
  private final Map<Method, int[]> ranks = new HashMap<>();
  private final Map<Cell, Value> deviceFacts = new HashMap<>();
  private long stepsLeft;

  Unit(Setting setting, long steps) {
    this.setting = setting;
    this.stepsLeft = steps;
  }

  Setting setting() {
    return setting;
  }

  Hierarchy hierarchy() {
    return setting.hierarchy();
  }

  Recorder recorder() {
    return recorder;
  }

  Regions regions() {
    return regions;
  }

  WorldSet all() {
    return setting.universe().all();
  }

  /** {@return whether there is budget for {@code count} steps more} */
  boolean spend(int count) {
    stepsLeft -= count;
    return stepsLeft > 0;
  }

  long stepsLeft() {
    return stepsLeft;
  }

  int[] ranks(Method method) {
    return ranks.computeIfAbsent(method, BlockOrder::ranks);
  }

  /** {@return the region of an object made at {@code key}} */
  Region made(Object key, TypeName type, String label) {
    return regions.region(new Made(key, type), type, Kind.MADE, label);
  }

  Region statics(TypeName owner) {
    return regions.region(new Statics(owner), owner, Kind.STATIC, "static " + owner);
  }

  void closure(Region region, Instruction.Closure closure) {
    closures.put(region, closure);
  }

  Optional<Instruction.Closure> closure(Region region) {
    return Optional.ofNullable(closures.get(region));
  }

  /** Says which device an object is. */
  void identify(Region region, DriverIdentity identity) {
    identities.put(region, identity);
  }

  /** Remembers that an object from outside was cast to a type that says more than its own. */
  void refine(Region region, TypeName type) {
    boolean says = region.kind() == Kind.OUTSIDE && !hierarchy().isSubtype(region.type(), type);
    if (says) {
      castTypes.putIfAbsent(region, type);
    }
  }

  /** {@return the type an object is known to have, or was first cast to} */
  TypeName type(Region region) {
    return castTypes.getOrDefault(region, region.type());
  }

  /** {@return which device an object is, if that is known or can be assumed from its type} */
  DriverIdentity identity(Region region) {
    DriverIdentity known = identities.get(region);
    if (known != null && known.device().isPresent()) {
      return known;
    }
    for (TypeName type : hierarchy().supertypes(type(region))) {
      DriverIdentity assumed = setting.devices().byProvider(type.simple());
      if (assumed.device().isPresent()) {
        return assumed;
      }
    }
    return DriverIdentity.UNKNOWN;
  }

  /** Remembers what the driver left in an attribute of a device, for consumers that ask. */
  void deviceFact(Region device, String name, Value value) {
    deviceFacts.merge(new Cell(device, name), value, Value::join);
  }

  /** {@return what is known of an attribute of a device} */
  Optional<Value> deviceFact(Optional<Region> device, Place place) {
    boolean asks = place.root().equals("device") && place.steps().size() == 1;
    if (!asks || device.isEmpty()) {
      return Optional.empty();
    }
    String name = place.steps().get(0).toString().substring(1);
    return Optional.ofNullable(deviceFacts.get(new Cell(device.get(), name)));
  }

  /** {@return a value of which only the type is known, in all worlds} */
  Value unknown(TypeName type, Object key, String label) {
    return unknown(type, key, label, 0);
  }

  private Value unknown(TypeName type, Object key, String label, int depth) {
    if (type.isIntegral()) {
      return Value.of(Whole.UNKNOWN, all());
    }
    if (!type.isReference() || isPlain(type)) {
      return Value.of(Atoms.ANYTHING, all());
    }
    Object name = depth > OUTSIDE_DEPTH ? new Outside("deep", type) : new Outside(key, type);
    Region region = regions.region(name, type, Kind.OUTSIDE, label);
    outsideDepth.putIfAbsent(region, depth);
    return Value.of(new Atoms.Reference(region), all());
  }

  private static boolean isPlain(TypeName type) {
    return switch (type.text()) {
      case "java.lang.String",
          "java.lang.Object",
          "java.lang.Long",
          "java.lang.Integer",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean",
          "java.lang.Number",
          "java.lang.Float",
          "java.lang.Double" ->
          true;
      default -> false;
    };
  }

  /** {@return the value that a new object's field of that type has} */
  Value initial(TypeName type) {
    if (type.isIntegral()) {
      return Value.of(Whole.of(0), all());
    }
    return Value.of(type.isReference() ? Atoms.NOTHING : Atoms.ANYTHING, all());
  }

  /** {@return what a cell holds to which nothing was written} */
  Value untouched(Region region, String name, TypeName type) {
    cellTypes.putIfAbsent(name, type);
    if (region.kind() == Kind.MADE && name.startsWith("[")) {
      return Value.NEVER;
    }
    boolean declared = hierarchy().type(region.type()).isPresent();
    if (region.kind() == Kind.STATIC && declared) {
      return initial(type);
    }
    int depth = outsideDepth.getOrDefault(region, 0) + 1;
    return unknown(type, new Cell(region, name), region.label() + "." + name, depth);
  }

  /** {@return as {@link #untouched(Region, String, TypeName)}, for a cell met before or not} */
  Value untouched(Heap heap, Region region, String name) {
    if (name.startsWith("[") && region.kind() == Kind.MADE) {
      return heap.get(region, Heap.ELEMENTS).orElse(Value.NEVER);
    }
    TypeName type = cellTypes.get(name);
    return type == null ? Value.of(Atoms.ANYTHING, all()) : untouched(region, name, type);
  }

  private record Made(Object key, TypeName type) {}

  private record Statics(TypeName owner) {}

  private record Outside(Object key, TypeName type) {}

  private record Cell(Region region, String name) {}
}
