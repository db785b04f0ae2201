package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Atoms.Text;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Device;
import dev.dmalint.models.Device.Register;
import dev.dmalint.models.Expression;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Optional;

/** The registers of devices: which one is meant, and what is known of what it reads. */
final class Registers {
  private static final SourceSpan NOWHERE = new SourceSpan("", 1, 1, 1, 1);

  private final Unit unit;

  Registers(Unit unit) {
    this.unit = unit;
  }

  /** The object that stands for the device: what a mapping or a helper object leads to. */
  Region nub(Point point, Region region) {
    Region current = region;
    for (int depth = 0; depth < 4; depth++) {
      Optional<Value> next = point.heap().get(current, "device");
      List<Atom> atoms = next.map(Value::atoms).orElse(List.of());
      if (atoms.size() != 1 || !(atoms.get(0) instanceof Reference reference)) {
        return current;
      }
      current = reference.region();
    }
    return current;
  }

  /** {@return what reading registers gives: a number, of which models may know bits} */
  Value read(Point point, Value devices, Value windows, Value offsets) {
    Value.Collector result = new Value.Collector();
    result.add(Whole.UNKNOWN, point.reach().minus(devices.worlds()));
    devices.forEach(
        (atom, worlds) -> {
          if (!(atom instanceof Reference reference)) {
            result.add(Whole.UNKNOWN, worlds);
            return;
          }
          Region device = nub(point, reference.region());
          windows
              .in(worlds)
              .forEach(
                  (window, inWindow) ->
                      offsets
                          .in(inWindow)
                          .forEach(
                              (offset, where) -> result.add(read(device, window, offset, where))));
        });
    return result.value();
  }

  private Value read(Region device, Atom window, Atom offset, WorldSet worlds) {
    Optional<String> known =
        unit.identity(device)
            .device()
            .flatMap(found -> find(found, window, offset))
            .map(Register::reads)
            .filter(text -> !text.isEmpty());
    if (known.isEmpty()) {
      return Value.of(Whole.UNKNOWN, worlds);
    }
    return new Evaluator(
            unit.setting().universe(),
            unit.hierarchy(),
            place ->
                unit.deviceFact(Optional.of(device), place)
                    .orElse(Value.of(Whole.UNKNOWN, unit.all())),
            NOWHERE)
        .value(Expression.parse(known.get()), worlds);
  }

  static Optional<Register> find(Device device, Atom window, Atom offset) {
    if (!(offset instanceof Whole number) || !number.isConstant()) {
      return Optional.empty();
    }
    return device.registers().stream()
        .filter(register -> isWindow(register.window(), window))
        .filter(register -> isAt(register, number.bits()))
        .findFirst();
  }

  private static boolean isWindow(String wanted, Atom window) {
    if (wanted.equals("*") || (window instanceof Whole open && !open.isConstant())) {
      return true;
    }
    return window instanceof Text text
        ? wanted.equals(text.value())
        : window instanceof Whole number && wanted.equals(Long.toString(number.bits()));
  }

  private static boolean isAt(Register register, long offset) {
    long from = offset - register.offset();
    if (register.count() <= 1 || register.stride() <= 0) {
      return from == 0;
    }
    return from >= 0
        && from % register.stride() == 0
        && from / register.stride() < register.count();
  }
}
