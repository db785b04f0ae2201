package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Atoms;
import dev.dmalint.analyzer.heap.Atoms.Reference;
import dev.dmalint.analyzer.heap.Heap;
import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Value;
import dev.dmalint.analyzer.heap.Value.Collector;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.Row;
import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs single instructions at a point. */
final class Steps implements Instruction.Visitor<Point> {
  private static final String INITIALISED = "#initialised";

  private final Calls calls;
  private final Unit unit;
  private final Cells cells;
  private final Context context;
  private Point point;

  Steps(Calls calls, Context context) {
    this.calls = calls;
    this.unit = calls.unit();
    this.cells = calls.cells();
    this.context = context;
    this.point = Point.start(0, Heap.empty(unit.regions()), WorldSet.NONE);
  }

  /** {@return this, to run steps at that point} */
  Steps at(Point current) {
    point = current;
    return this;
  }

  /** {@return the atom that a switch label stands for} */
  static Optional<Atom> label(Literal literal) {
    if (literal instanceof Literal.Whole whole) {
      return Optional.of(Whole.of(whole.value()));
    }
    return literal instanceof Literal.Text text
        ? Optional.of(new Atoms.Text(text.value()))
        : Optional.empty();
  }

  private void set(Local target, Atom atom) {
    point.set(target, Value.of(atom, point.reach()));
  }

  @Override
  public Point constant(Instruction.Constant step) {
    Atom atom =
        step.value() instanceof Literal.Null
            ? Atoms.NOTHING
            : label(step.value()).orElse(Atoms.ANYTHING);
    set(step.target(), atom);
    return point;
  }

  @Override
  public Point copy(Instruction.Copy step) {
    point.set(step.target(), point.get(step.source()));
    return point;
  }

  @Override
  public Point unary(Instruction.Unary step) {
    point.set(
        step.target(),
        Operators.unary(step.operator(), point.get(step.operand()), step.target().type()));
    return point;
  }

  @Override
  public Point binary(Instruction.Binary step) {
    Value result =
        Operators.binary(
            step.operator(),
            point.get(step.left()),
            point.get(step.right()),
            step.operator().isShift() ? step.left().type() : step.target().type(),
            step.at());
    boolean open = !step.target().type().isIntegral();
    point.set(step.target(), open ? result.map(atom -> Atoms.ANYTHING) : result);
    return point;
  }

  @Override
  public Point convert(Instruction.Convert step) {
    point.set(
        step.target(),
        Operators.convert(
            point.get(step.source()), step.source().type(), step.target().type(), step.at()));
    return point;
  }

  @Override
  public Point cast(Instruction.Cast step) {
    Value value = point.get(step.source());
    value.forEach(
        (atom, worlds) -> {
          if (atom instanceof Reference reference) {
            unit.refine(reference.region(), step.type());
          }
        });
    point.set(step.target(), value);
    return point;
  }

  @Override
  public Point instanceOf(Instruction.InstanceOf step) {
    point.set(step.target(), point.get(step.source()).map(atom -> isInstance(atom, step.type())));
    return point;
  }

  private Whole isInstance(Atom atom, TypeName type) {
    if (Cells.isNull(atom)) {
      return Whole.of(false);
    }
    if (!(atom instanceof Reference reference)) {
      return Whole.UNKNOWN;
    }
    Region region = reference.region();
    if (unit.hierarchy().isSubtype(region.type(), type)) {
      return Whole.of(true);
    }
    boolean exact =
        region.kind() == Region.Kind.MADE && unit.hierarchy().type(region.type()).isPresent();
    return exact ? Whole.of(false) : Whole.UNKNOWN;
  }

  @Override
  public Point concat(Instruction.Concat step) {
    StringBuilder text = new StringBuilder();
    boolean known = true;
    for (Local part : step.parts()) {
      List<Atom> atoms = point.get(part).atoms();
      if (atoms.size() == 1 && atoms.get(0) instanceof Atoms.Text one) {
        text.append(one.value());
      } else if (atoms.size() == 1
          && atoms.get(0) instanceof Whole number
          && number.isConstant()
          && part.type().integralBits() >= 32) {
        text.append(number.bits());
      } else {
        known = false;
      }
    }
    Collector result = new Collector();
    result.add(known ? new Atoms.Text(text.toString()) : Atoms.ANYTHING, point.reach());
    for (Local part : step.parts()) {
      result.add(point.get(part).only(Address.class::isInstance));
    }
    point.set(step.target(), result.value());
    return point;
  }

  @Override
  public Point allocate(Instruction.Allocate step) {
    Region region = make(step.type(), step.at());
    for (TypeName above : unit.hierarchy().supertypes(step.type())) {
      for (var field : unit.hierarchy().type(above).map(Type::fields).orElse(List.of())) {
        if (!field.flags().contains(Flag.STATIC)) {
          TypeName type = field.name().type();
          Value initial = unit.initial(type);
          cells.write(point, region, field.name().name(), type, initial, unit.all());
        }
      }
    }
    set(step.target(), new Reference(region));
    return point;
  }

  private Region make(TypeName type, SourceSpan at) {
    Region region = unit.made(new Allocation(context, at), type, type.simple() + " of " + at);
    point.heap(point.heap().make(region, point.reach()));
    return region;
  }

  @Override
  public Point allocateArray(Instruction.AllocateArray step) {
    Region region = make(step.type(), step.at());
    makeElements(region, step.type(), step.lengths(), step.at());
    set(step.target(), new Reference(region));
    return point;
  }

  private void makeElements(Region region, TypeName type, List<Local> lengths, SourceSpan at) {
    cells.write(point, region, "length", TypeName.INT, point.get(lengths.get(0)), unit.all());
    TypeName element = type.element();
    Value initial = unit.initial(element);
    if (lengths.size() > 1 && element.isArray()) {
      Region inner = make(element, at);
      point.heap(point.heap().make(inner, point.reach()));
      makeElements(inner, element, lengths.subList(1, lengths.size()), at);
      initial = Value.of(new Reference(inner), point.reach());
    }
    cells.write(point, region, Heap.ELEMENTS, element, initial, unit.all());
  }

  @Override
  public Point arrayLength(Instruction.ArrayLength step) {
    Value array = object(step.array(), step.at());
    point.set(step.target(), cells.load(point, array, "length", TypeName.INT, step.at()));
    return point;
  }

  private Value object(Local local, SourceSpan at) {
    return cells.dereference(point, point.get(local), local.type(), at);
  }

  @Override
  public Point arrayLoad(Instruction.ArrayLoad step) {
    Value array = object(step.array(), step.at());
    Value index = point.get(step.index());
    TypeName type = step.target().type();
    point.set(step.target(), cells.loadElement(point, array, index, type, step.at()));
    return point;
  }

  @Override
  public Point arrayStore(Instruction.ArrayStore step) {
    Value array = object(step.array(), step.at());
    Value stored = after(point.get(step.source()), step.at(), "stored in an element");
    TypeName type = step.array().type().isArray() ? step.array().type().element() : TypeName.OBJECT;
    cells.storeElement(point, array, point.get(step.index()), type, stored);
    return point;
  }

  private static Value after(Value value, SourceSpan at, String message) {
    return value.map(
        atom ->
            atom instanceof Address address
                ? address.after(at, PathStep.Kind.STORE, message)
                : atom);
  }

  @Override
  public Point fieldLoad(Instruction.FieldLoad step) {
    FieldName field = step.field();
    Value value;
    if (step.object().isPresent()) {
      Value object = object(step.object().get(), step.at());
      value = cells.load(point, object, field.name(), field.type(), step.at());
    } else {
      value = loadStatic(field, step.at());
    }
    point.set(step.target(), read(value, field, step.at()));
    return point;
  }

  private static Value read(Value value, FieldName field, SourceSpan at) {
    return after(value, at, "read from field '" + field.name() + "'");
  }

  private Value loadStatic(FieldName field, SourceSpan at) {
    Optional<Row> row = unit.setting().rows().field(field);
    if (row.isPresent()) {
      Value unknown = unit.unknown(field.type(), field, field.name());
      return new RowRunner(unit, calls, point, context, at, Map.of(), unknown).run(row.get());
    }
    TypeName owner = owner(field);
    initialise(owner, at);
    return cells.read(point, unit.statics(owner), field.name(), field.type());
  }

  private TypeName owner(FieldName field) {
    for (TypeName above : unit.hierarchy().supertypes(field.owner())) {
      boolean declares =
          unit.hierarchy().type(above).stream()
              .flatMap(type -> type.fields().stream())
              .anyMatch(declared -> declared.name().name().equals(field.name()));
      if (declares) {
        return above;
      }
    }
    return field.owner();
  }

  private void initialise(TypeName owner, SourceSpan at) {
    Region statics = unit.statics(owner);
    boolean declared = unit.hierarchy().type(owner).isPresent();
    if (!declared || point.heap().get(statics, INITIALISED).isPresent()) {
      return;
    }
    point.heap(
        point
            .heap()
            .write(
                statics,
                INITIALISED,
                Value.NEVER,
                Value.of(Atoms.ANYTHING, unit.all()),
                unit.all()));
    MethodName name = new MethodName(owner, "<clinit>", List.of(), TypeName.VOID);
    Optional<Method> body = unit.hierarchy().declared(name).filter(Method::hasBody);
    if (body.isPresent()) {
      WorldSet reach = point.reach();
      Point inside = Point.start(0, point.heap(), unit.all());
      calls.invoke(inside, body.get(), List.of(), Context.NONE.enter(at), at);
      calls.takeThrown();
      point.resume(inside.isDead() ? point.heap() : inside.heap(), reach);
    }
  }

  @Override
  public Point fieldStore(Instruction.FieldStore step) {
    FieldName field = step.field();
    Value value = point.get(step.source());
    calls.stated().written(field, value, point.reach(), step.at());
    Value stored = after(value, step.at(), "stored in field '" + field.name() + "'");
    if (step.object().isPresent()) {
      Value object = object(step.object().get(), step.at());
      cells.store(point, object, field.name(), field.type(), stored.in(point.reach()));
    } else {
      TypeName owner = owner(field);
      initialise(owner, step.at());
      Region statics = unit.statics(owner);
      cells.write(point, statics, field.name(), field.type(), stored, unit.all());
    }
    return point;
  }

  @Override
  public Point call(Instruction.Call step) {
    if (step.kind() == Instruction.CallKind.STATIC) {
      initialise(step.callee().owner(), step.at());
    }
    calls.call(point, step, context);
    return point;
  }

  @Override
  public Point closure(Instruction.Closure step) {
    Region region = make(step.interfaceMethod().owner(), step.at());
    unit.closure(region, step);
    for (int i = 0; i < step.captured().size(); i++) {
      Local captured = step.captured().get(i);
      cells.write(
          point, region, Calls.captured(i), captured.type(), point.get(captured), unit.all());
    }
    set(step.target(), new Reference(region));
    return point;
  }

  @Override
  public Point caughtException(Instruction.CaughtException step) {
    Value unknown = unit.unknown(step.target().type(), step.at(), "exception");
    point.set(step.target(), unknown.in(point.reach()));
    return point;
  }

  @Override
  public Point monitor(Instruction.Monitor step) {
    return point;
  }

  @Override
  public Point unlowered(Instruction.Unlowered step) {
    if (step.target().isPresent()) {
      Local target = step.target().get();
      Collector result = new Collector();
      result.add(unit.unknown(target.type(), step.at(), step.construct()));
      for (Local operand : step.operands()) {
        result.add(point.get(operand).only(Address.class::isInstance));
      }
      point.set(target, result.value());
    }
    return point;
  }

  private record Allocation(Context context, SourceSpan at) {}
}
