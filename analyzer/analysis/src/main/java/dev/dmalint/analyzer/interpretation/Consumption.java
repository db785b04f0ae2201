package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.identity.DriverIdentity;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.analyzer.space.Arrival;
import dev.dmalint.analyzer.space.Site;
import dev.dmalint.findings.PathStep;
import dev.dmalint.models.DemandedField;
import dev.dmalint.models.Device;
import dev.dmalint.models.Device.Layout;
import dev.dmalint.models.Device.LayoutField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out which memory a device reads, and what the addresses stored there have to be. Memory
 * whose own address reached a device is that device's; so is memory that such memory points to.
 */
final class Consumption {
  /** What is stored in fewer bits is an index or a flag, not a part of an address. */
  private static final int NARROWEST = 32;

  private final Unit unit;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Set<Reader> known = new HashSet<>();

  Consumption(Unit unit) {
    this.unit = unit;
    arrivals.addAll(unit.recorder().arrivals());
  }

  /** {@return all arrivals: at registers and calls, and in memory that devices read} */
  List<Arrival> arrivals() {
    for (int next = 0; next < arrivals.size(); next++) {
      Arrival arrival = arrivals.get(next);
      Optional<Region> memory = arrival.address().tag().owner();
      boolean followed = !arrival.site().field().layout().equals(Optional.of(DemandedField.DATA));
      if (followed && memory.isPresent() && known.add(reader(memory.get(), arrival.site()))) {
        stored(memory.get(), arrival.site());
      }
    }
    return arrivals;
  }

  private static Reader reader(Region memory, Site site) {
    return new Reader(memory, site.consumer(), site.device(), site.field().layout().orElse(""));
  }

  private void stored(Region memory, Site site) {
    for (MemoryStore store : unit.recorder().stores()) {
      if (store.region().equals(memory) && store.width() >= NARROWEST) {
        Site inside = inside(store, site);
        Address address =
            store
                .address()
                .after(
                    store.at(),
                    PathStep.Kind.SINK,
                    "stored as '%s' in memory that the %s reads"
                        .formatted(inside.field().name(), inside.deviceName()));
        arrivals.add(new Arrival(inside, address, store.worlds()));
      }
    }
  }

  private Site inside(MemoryStore store, Site site) {
    Optional<Device> device = site.device().map(unit::identity).flatMap(DriverIdentity::device);
    Optional<Layout> layout =
        device.flatMap(
            found ->
                found.layouts().stream()
                    .filter(each -> site.field().layout().equals(Optional.of(each.id())))
                    .findFirst());
    DemandedField field =
        layout
            .map(found -> field(found, store.offset()))
            .orElse(DemandedField.plain("address in memory"));
    String consumer =
        layout.map(Layout::consumer).filter(id -> !id.isEmpty()).orElse(site.consumer());
    List<String> assumptions = new ArrayList<>(site.assumptions());
    if (layout.isEmpty()) {
      assumptions.add(
          "what is stored in memory that the device reads is taken for an address it follows");
    }
    return new Site(
        store.at(),
        consumer,
        field,
        site.device(),
        site.deviceName(),
        field.name() + " in " + store.region().label(),
        assumptions);
  }

  private static DemandedField field(Layout layout, Whole offset) {
    for (LayoutField field : layout.fields()) {
      if (mayBeAt(layout, offset, field.offset())) {
        return field.field();
      }
    }
    return layout.fallback();
  }

  private static boolean mayBeAt(Layout layout, Whole offset, long wanted) {
    long stride = layout.stride();
    if (offset.isConstant()) {
      long inside = stride > 0 ? Long.remainderUnsigned(offset.bits(), stride) : offset.bits();
      return inside == wanted;
    }
    long mask = stride > 0 && Long.bitCount(stride) == 1 ? stride - 1 : -1;
    long known = offset.known() & mask;
    return ((offset.bits() ^ wanted) & known) == 0;
  }

  private record Reader(Region memory, String consumer, Optional<Region> device, String layout) {}
}
