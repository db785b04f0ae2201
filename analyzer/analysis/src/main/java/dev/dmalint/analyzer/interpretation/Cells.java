package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms;
import dev.dmalint.analyzer.heap.Atoms.FailedObject;
import dev.dmalint.analyzer.heap.Atoms.Nothing;
import dev.dmalint.analyzer.heap.Atoms.Pointer;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Value.Collector;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.FailedUse;
import dev.dmalint.analyzer.space.Failure;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Optional;

/** Reads and writes fields, attributes and elements of whatever objects a value may refer to. */
final class Cells {
  /** How far memory behind memory is followed. */
  private static final int MEMORY_DEPTH = 8;

  private final Unit unit;

  Cells(Unit unit) {
    this.unit = unit;
  }

  /** {@return whether an atom is the null reference, wherever it comes from} */
  static boolean isNull(Atom atom) {
    return atom instanceof Nothing || atom instanceof FailedObject;
  }

  /**
   * {@return the objects a value may refer to where it is used as one}
   *
   * <p>Worlds in which it is surely null are left: there the step throws. Where the source never
   * says what the object is, it is one of which nothing is known.
   */
  Value dereference(Point point, Value value, TypeName type, SourceSpan at) {
    value.forEach(
        (atom, worlds) -> {
          if (atom instanceof FailedObject failed && failed.failure() instanceof Failure failure) {
            unit.recorder().use(failure, at, FailedUse.Kind.DEREFERENCE, worlds);
          }
        });
    Value objects = value.only(atom -> !isNull(atom));
    if (objects.isNever() && !value.has(atom -> atom instanceof FailedObject)) {
      return unit.unknown(type, at, "null at " + at).in(point.reach());
    }
    WorldSet null_ = value.worldsWith(Cells::isNull).minus(objects.worlds());
    point.narrow(point.reach().minus(null_));
    return objects.in(point.reach());
  }

  /** {@return what a field of the objects holds} */
  Value load(Point point, Value objects, String name, TypeName type, SourceSpan at) {
    Collector result = new Collector();
    objects.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            result.add(read(point, reference.region(), name, type).in(worlds));
          } else if (!isNull(atom)) {
            result.add(unit.unknown(type, new Anywhere(at, name), name).in(worlds));
          }
        });
    return result.value();
  }

  /** {@return what one object's cell holds} */
  Value read(Point point, Region region, String name, TypeName type) {
    Optional<Value> written =
        name.startsWith("[") ? point.heap().element(region, name) : point.heap().get(region, name);
    return written.orElseGet(() -> unit.untouched(region, name, type)).in(point.reach());
  }

  /** Writes a field of the objects. */
  void store(Point point, Value objects, String name, TypeName type, Value value) {
    objects.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            WorldSet sure = worlds.minus(others(objects, atom));
            write(point, reference.region(), name, type, value.in(worlds), sure);
          }
        });
  }

  private static WorldSet others(Value objects, Atom one) {
    return objects.worldsWith(atom -> !atom.equals(one) && !isNull(atom));
  }

  /** Writes one object's cell, surely in some worlds and perhaps in the others of the value. */
  void write(Point point, Region region, String name, TypeName type, Value value, WorldSet sure) {
    Value old = read(point, region, name, type);
    point.heap(point.heap().write(region, name, old, value.in(point.reach()), sure));
  }

  /** {@return what an element holds; where the index is not known, what any of them holds} */
  Value loadElement(Point point, Value arrays, Value index, TypeName type, SourceSpan at) {
    Collector result = new Collector();
    arrays.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            index
                .in(worlds)
                .forEach(
                    (key, where) ->
                        result.add(element(point, reference.region(), key, type).in(where)));
          } else if (!isNull(atom)) {
            result.add(unit.unknown(type, at, "element").in(worlds));
          }
        });
    return result.value();
  }

  private Value element(Point point, Region region, Atom key, TypeName type) {
    Optional<String> name = elementName(key);
    return name.isPresent()
        ? read(point, region, name.get(), type)
        : anyElement(point, region, type);
  }

  /** {@return what any element of an object may hold} */
  Value anyElement(Point point, Region region, TypeName type) {
    Value result = read(point, region, Heap.ELEMENTS, type);
    for (String name : point.heap().elements(region)) {
      result = result.join(point.heap().get(region, name).orElse(Value.NEVER));
    }
    return result.in(point.reach());
  }

  /** Writes an element; where the index is not known, perhaps any of them. */
  void storeElement(Point point, Value arrays, Value index, TypeName type, Value value) {
    arrays.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            Value keys = index.in(worlds);
            WorldSet sure = worlds.minus(others(arrays, atom));
            keys.forEach(
                (key, where) ->
                    storeAt(
                        point,
                        reference.region(),
                        key,
                        type,
                        value.in(where),
                        sure.and(where).minus(others(keys, key))));
          }
        });
  }

  private void storeAt(
      Point point, Region region, Atom key, TypeName type, Value value, WorldSet sure) {
    Optional<String> name = elementName(key);
    if (name.isPresent()) {
      write(point, region, name.get(), type, value, sure);
    } else {
      storeAny(point, region, type, value);
    }
  }

  /** Writes a value that any element may take. */
  void storeAny(Point point, Region region, TypeName type, Value value) {
    List<String> names = point.heap().elements(region);
    write(point, region, Heap.ELEMENTS, type, value, WorldSet.NONE);
    for (String name : names) {
      write(point, region, name, type, value, WorldSet.NONE);
    }
  }

  /** {@return the name of the cell that a constant index or key picks} */
  static Optional<String> elementName(Atom key) {
    if (key instanceof Whole number && number.isConstant()) {
      return Optional.of("[" + number.bits() + "]");
    }
    return key instanceof Atoms.Text text
        ? Optional.of("['" + text.value() + "']")
        : Optional.empty();
  }

  /** {@return the objects whose own memory is behind the objects of a value} */
  Value memory(Point point, Value value) {
    Value current = value;
    for (int depth = 0; depth < MEMORY_DEPTH; depth++) {
      Collector next = new Collector();
      boolean[] moved = {false};
      current.forEach(
          (atom, worlds) -> {
            Region region =
                atom instanceof Reference reference
                    ? reference.region()
                    : atom instanceof Pointer pointer ? pointer.region() : null;
            if (region == null) {
              return;
            }
            Optional<Value> behind = point.heap().get(region, "memory");
            Value objects =
                behind.orElse(Value.NEVER).in(worlds.and(point.reach())).only(Cells::isObject);
            moved[0] |= !objects.isNever();
            next.add(objects);
            next.add(new Reference(region), worlds.minus(objects.worlds()));
          });
      current = next.value();
      if (!moved[0]) {
        return current;
      }
    }
    return current;
  }

  private static boolean isObject(Atom atom) {
    return atom instanceof Reference || atom instanceof Pointer;
  }

  private record Anywhere(SourceSpan at, String name) {}
}
