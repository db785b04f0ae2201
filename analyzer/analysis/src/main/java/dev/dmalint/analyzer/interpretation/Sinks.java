package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms.Pointer;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Atoms.Text;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.identity.DriverIdentity;
import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.analyzer.space.Site;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.DemandedField;
import dev.dmalint.models.Device;
import dev.dmalint.models.Device.Part;
import dev.dmalint.models.Device.Register;
import dev.dmalint.models.Device.Role;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Optional;

/** Takes addresses that reach registers, memory of devices and other consumers. */
final class Sinks {
  private static final SourceSpan NOWHERE = new SourceSpan("", 1, 1, 1, 1);

  private final Unit unit;
  private final Cells cells;
  private final Registers registers;

  Sinks(Unit unit, Cells cells) {
    this.unit = unit;
    this.cells = cells;
    this.registers = new Registers(unit);
  }

  Registers registers() {
    return registers;
  }

  /** A consumer that a row, an annotation or the configuration names takes a value. */
  void demand(
      Value value,
      WorldSet worlds,
      String consumer,
      DemandedField field,
      Optional<Region> device,
      SourceSpan at) {
    String name =
        unit.setting().universe().consumer(consumer).map(kind -> kind.name()).orElse(consumer);
    Site site = new Site(at, consumer, field, device, name, field.name(), List.of());
    arrive(site, value.in(worlds), field.name());
  }

  /** A register is written. */
  void writeRegister(
      Point point, Value devices, Value windows, Value offsets, Value value, SourceSpan at) {
    if (!value.has(Address.class::isInstance)) {
      return;
    }
    devices.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            Region device = registers.nub(point, reference.region());
            windows
                .in(worlds)
                .forEach(
                    (window, inWindow) ->
                        offsets
                            .in(inWindow)
                            .forEach(
                                (offset, where) ->
                                    register(device, window, offset, value.in(where), at)));
          }
        });
  }

  private void register(Region region, Atom window, Atom offset, Value value, SourceSpan at) {
    DriverIdentity identity = unit.identity(region);
    if (identity.device().isEmpty()) {
      return;
    }
    Device device = identity.device().get();
    Optional<Register> known = Registers.find(device, window, offset);
    if (known.isPresent() && known.get().role() == Role.OTHER) {
      return;
    }
    String place = place(window, offset);
    DemandedField field =
        known.map(Register::field).orElseGet(() -> DemandedField.plain("register " + place));
    String consumer =
        known.map(Register::consumer).filter(id -> !id.isEmpty()).orElse(device.consumer());
    String key = known.map(r -> field.name()).orElse(place);
    Site site =
        new Site(
            at, consumer, field, Optional.of(region), identity.name(), key, identity.assumptions());
    boolean high = known.map(r -> r.part() == Part.HIGH).orElse(false);
    arrive(site, value, high ? "high half of " + field.name() : field.name());
  }

  private static String place(Atom window, Atom offset) {
    String in =
        window instanceof Text text
            ? text.value()
            : window instanceof Whole bar && bar.isConstant() ? "BAR" + bar.bits() : "a window";
    return offset instanceof Whole number && number.isConstant()
        ? in + "+0x" + Long.toHexString(number.bits())
        : "of " + in + " at an offset that is not known";
  }

  /** Memory is written through a pointer of the CPU. */
  void writeMemory(Point point, Value bases, Value offsets, Value value, int width, SourceSpan at) {
    bases.forEach(
        (base, worlds) -> {
          if (base instanceof Pointer pointer) {
            Value places =
                Operators.binary(
                    BinaryOperator.ADD,
                    Value.of(pointer.offset(), worlds),
                    offsets.in(worlds),
                    TypeName.LONG,
                    at);
            writeMemory(point, pointer.region(), places, value.in(worlds), width, at);
          }
        });
  }

  private void writeMemory(
      Point point, Region region, Value places, Value value, int width, SourceSpan at) {
    Optional<Value> window = point.heap().get(region, "window");
    if (window.isPresent()) {
      Value self = Value.of(new Reference(region), unit.all());
      writeRegister(point, self, window.get(), places, value, at);
      return;
    }
    places.forEach(
        (place, worlds) -> {
          Whole offset = place instanceof Whole number ? number : Whole.UNKNOWN;
          Value part = value.in(worlds);
          cells.write(point, region, cell(offset, width), TypeName.LONG, part, WorldSet.NONE);
          part.forEach(
              (atom, where) -> {
                if (atom instanceof Address address) {
                  unit.recorder().store(region, offset, width, address, where, at);
                }
              });
        });
  }

  /** {@return what memory, or a register mapped into it, holds where it is read} */
  Value readMemory(Point point, Value bases, Value offsets, int width, WorldSet worlds) {
    Value.Collector result = new Value.Collector();
    result.add(Whole.UNKNOWN, worlds.minus(bases.worlds()));
    bases.forEach(
        (base, where) -> {
          if (base instanceof Pointer pointer) {
            Value places =
                Operators.binary(
                    BinaryOperator.ADD,
                    Value.of(pointer.offset(), where),
                    offsets.in(where),
                    TypeName.LONG,
                    NOWHERE);
            result.add(readMemory(point, pointer.region(), places, width));
          } else {
            result.add(Whole.UNKNOWN, where);
          }
        });
    return result.value();
  }

  private Value readMemory(Point point, Region region, Value places, int width) {
    Optional<Value> window = point.heap().get(region, "window");
    if (window.isPresent()) {
      Value self = Value.of(new Reference(region), unit.all());
      return registers.read(point, self, window.get(), places);
    }
    Value.Collector result = new Value.Collector();
    places.forEach(
        (place, worlds) -> {
          Whole offset = place instanceof Whole number ? number : Whole.UNKNOWN;
          result.add(Whole.UNKNOWN, worlds);
          for (String name : List.of(cell(offset, width), cell(Whole.UNKNOWN, width))) {
            Value held = point.heap().get(region, name).orElse(Value.NEVER);
            result.add(held.in(worlds).only(Address.class::isInstance));
          }
        });
    return result.value();
  }

  /** What was written in one width and is read in another is not put together. */
  private static String cell(Whole offset, int width) {
    return (offset.isConstant() ? "@" + Long.toHexString(offset.bits()) : "@") + ":" + width;
  }

  /** Records every address of a value as arrived. */
  void arrive(Site site, Value value, String field) {
    value.forEach(
        (atom, worlds) -> {
          if (atom instanceof Address address) {
            String message =
                field.isEmpty()
                    ? "read by the " + site.deviceName()
                    : "written to '" + field + "' of the " + site.deviceName();
            unit.recorder()
                .arrive(site, address.after(site.at(), PathStep.Kind.SINK, message), worlds);
          }
        });
  }
}
