package dev.dmalint.analyzer.heap;

import dev.dmalint.analyzer.heap.Region.Kind;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The regions and cells of one analysis, each numbered in the order in which it is met. */
public final class Regions {
  private final Map<Object, Region> byKey = new HashMap<>();
  private final Map<CellKey, Integer> cells = new HashMap<>();
  private final Map<Region, List<String>> elements = new HashMap<>();
  private final List<CellKey> cellKeys = new ArrayList<>();

  /**
   * {@return the region of that key, made at the first call}
   *
   * @param key what makes it the same region: allocation site and context, or the way to it
   */
  public Region region(Object key, TypeName type, Kind kind, String label) {
    return byKey.computeIfAbsent(key, unused -> new Region(byKey.size(), type, kind, label));
  }

  /** {@return how many there are} */
  public int size() {
    return byKey.size();
  }

  int cell(Region region, String name) {
    CellKey key = new CellKey(region, name);
    Integer known = cells.get(key);
    if (known == null) {
      known = cellKeys.size();
      cells.put(key, known);
      cellKeys.add(key);
      if (name.startsWith("[")) {
        elements.computeIfAbsent(region, unused -> new ArrayList<>()).add(name);
      }
    }
    return known;
  }

  /** {@return the names of all element cells that were ever asked for, the rest's too} */
  List<String> elements(Region region) {
    return elements.getOrDefault(region, List.of());
  }

  CellKey key(int cell) {
    return cellKeys.get(cell);
  }

  /** A cell of a region: a field or attribute, {@code []} or {@code [3]}, or memory. */
  record CellKey(Region region, String name) {}
}
