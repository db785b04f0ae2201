package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Value.Collector;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Place;
import dev.dmalint.models.Place.Step;
import dev.dmalint.models.WorldSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the places that a row names, for one call. */
final class RowPlaces {
  private final Unit unit;
  private final Cells cells;
  private final Point point;
  private final SourceSpan at;
  private final Map<String, Value> roots;
  private Value result;

  RowPlaces(
      Unit unit, Cells cells, Point point, SourceSpan at, Map<String, Value> roots, Value result) {
    this.unit = unit;
    this.cells = cells;
    this.point = point;
    this.at = at;
    this.roots = new HashMap<>(roots);
    this.result = result;
  }

  Value result() {
    return result;
  }

  Value read(Place place) {
    Value current = root(place.root());
    for (Step step : place.steps()) {
      current = step(current, step);
    }
    return current.in(point.reach());
  }

  private Value root(String root) {
    if (root.equals("result")) {
      return result;
    }
    if (root.startsWith("@")) {
      return Value.of(new Reference(global(root)), unit.all());
    }
    return roots.getOrDefault(root, Value.NEVER);
  }

  private Region global(String root) {
    return unit.statics(new TypeName(root));
  }

  private Value step(Value objects, Step step) {
    if (step instanceof Step.Attribute attribute) {
      return cells.load(point, objects, attribute.name(), TypeName.OBJECT, at);
    }
    if (step instanceof Step.Element element) {
      Value index = Value.of(Whole.of(element.index()), unit.all());
      return cells.loadElement(point, objects, index, TypeName.OBJECT, at);
    }
    if (step instanceof Step.Keyed keyed) {
      return cells.loadElement(point, objects, root(keyed.parameter()), TypeName.OBJECT, at);
    }
    Collector all = new Collector();
    objects.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            all.add(cells.anyElement(point, reference.region(), TypeName.OBJECT).in(worlds));
          }
        });
    return all.value();
  }

  /** Writes a value in the worlds of the call. */
  void write(Place place, Value value, WorldSet worlds) {
    if (place.steps().isEmpty()) {
      if (place.root().equals("result")) {
        result = result.in(new WorldSet(~worlds.bits())).join(value);
      } else {
        roots.put(place.root(), value);
      }
      return;
    }
    List<Step> way = place.steps().subList(0, place.steps().size() - 1);
    Value objects = read(new Place(place.root(), way));
    write(objects, place.steps().get(place.steps().size() - 1), value.in(point.reach()));
  }

  private void write(Value objects, Step last, Value value) {
    if (last instanceof Step.Attribute attribute) {
      cells.store(point, objects, attribute.name(), TypeName.OBJECT, value);
    } else if (last instanceof Step.Element element) {
      Value index = Value.of(Whole.of(element.index()), unit.all());
      cells.storeElement(point, objects, index, TypeName.OBJECT, value);
    } else if (last instanceof Step.Keyed keyed) {
      cells.storeElement(point, objects, root(keyed.parameter()), TypeName.OBJECT, value);
    } else {
      objects.forEach(
          (atom, worlds) -> {
            if (atom instanceof Reference reference) {
              cells.storeAny(point, reference.region(), TypeName.OBJECT, value.in(worlds));
            }
          });
    }
  }
}
