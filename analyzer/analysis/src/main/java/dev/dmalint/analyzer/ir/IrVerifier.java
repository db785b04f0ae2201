package dev.dmalint.analyzer.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says where IR breaks its own rules: locals that are not the method's, blocks that do not exist,
 * operands of types that do not go together. Reference types may differ freely.
 */
public final class IrVerifier {
  private final Method method;
  private final List<String> faults = new ArrayList<>();
  private String where = "";

  private IrVerifier(Method method) {
    this.method = method;
  }

  /** {@return one line for each fault; empty if the program is sound} */
  public static List<String> faults(Program program) {
    List<String> faults = new ArrayList<>();
    for (Type type : program.types()) {
      for (Method method : type.methods()) {
        faults.addAll(faults(method));
      }
    }
    return faults;
  }

  /** {@return one line for each fault; empty if the method is sound} */
  public static List<String> faults(Method method) {
    IrVerifier verifier = new IrVerifier(method);
    verifier.signature();
    for (int i = 0; i < method.blocks().size(); i++) {
      verifier.block(i, method.blocks().get(i));
    }
    return verifier.faults;
  }

  private void check(boolean holds, String what) {
    if (!holds) {
      faults.add(method.name() + " " + where + ": " + what);
    }
  }

  private void signature() {
    int index = 0;
    if (method.receiver().isPresent()) {
      check(method.receiver().get().index() == index++, "the receiver is not the first local");
    }
    check(
        method.parameters().size() == method.name().parameters().size(),
        "parameters and signature differ in number");
    for (Parameter parameter : method.parameters()) {
      check(parameter.local().index() == index++, "parameters are not the first locals");
    }
    for (int i = 0; i < method.locals().size(); i++) {
      check(method.locals().get(i).index() == i, "local " + i + " is out of place");
    }
  }

  private void block(int number, Block block) {
    where = "block " + number;
    for (Block.Handler handler : block.handlers()) {
      target(handler.next());
      check(!handler.types().isEmpty(), "a handler takes nothing");
      if (handler.next() >= 0 && handler.next() < method.blocks().size()) {
        List<Instruction> steps = method.blocks().get(handler.next()).steps();
        check(
            !steps.isEmpty() && steps.get(0) instanceof Instruction.CaughtException,
            "a handler does not begin with the exception");
      }
    }
    for (Instruction step : block.steps()) {
      where = "block " + number + " at " + step.at();
      step.accept(new Steps());
    }
    where = "block " + number + " at its end";
    block.end().accept(new Ends());
  }

  private void target(int block) {
    check(block >= 0 && block < method.blocks().size(), "there is no block " + block);
  }

  private void known(Local local) {
    boolean isOurs =
        local.index() < method.locals().size() && method.locals().get(local.index()).equals(local);
    check(isOurs, local + " is no local of the method");
  }

  private void known(Optional<Local> local) {
    local.ifPresent(this::known);
  }

  private void sameKind(Local a, Local b, String what) {
    known(a);
    known(b);
    check(sameKind(a.type(), b.type()), what + ": " + a.type() + " and " + b.type());
  }

  private static boolean sameKind(TypeName a, TypeName b) {
    return (a.isReference() && b.isReference()) || a.equals(b);
  }

  /** Each kind of step. */
  private final class Steps implements Instruction.Visitor<Boolean> {
    @Override
    public Boolean constant(Instruction.Constant step) {
      known(step.target());
      TypeName type = step.target().type();
      boolean fits =
          step.value() instanceof Literal.Whole
              ? type.isIntegral()
              : step.value() instanceof Literal.Floating
                  ? type.text().equals("float") || type.text().equals("double")
                  : type.isReference();
      check(fits, "a constant of another type than " + type);
      return true;
    }

    @Override
    public Boolean copy(Instruction.Copy step) {
      sameKind(step.target(), step.source(), "a copy between types");
      return true;
    }

    @Override
    public Boolean unary(Instruction.Unary step) {
      sameKind(step.target(), step.operand(), "a unary operator");
      check(step.operand().type().isPrimitive(), "a unary operator on an object");
      return true;
    }

    @Override
    public Boolean binary(Instruction.Binary step) {
      known(step.target());
      if (step.operator().isShift()) {
        sameKind(step.target(), step.left(), "a shift");
        known(step.right());
        check(step.right().type().isIntegral(), "a shift by " + step.right().type());
      } else {
        sameKind(step.left(), step.right(), "operands of " + step.operator().sign());
      }
      if (step.operator().isComparison()) {
        check(step.target().type().equals(TypeName.BOOLEAN), "a comparison gives no boolean");
      } else {
        sameKind(step.target(), step.left(), "result of " + step.operator().sign());
        check(step.left().type().isPrimitive(), "an operator on an object");
      }
      return true;
    }

    @Override
    public Boolean convert(Instruction.Convert step) {
      known(step.target());
      known(step.source());
      check(
          step.target().type().isPrimitive() && step.source().type().isPrimitive(),
          "a conversion of " + step.source().type() + " to " + step.target().type());
      return true;
    }

    @Override
    public Boolean cast(Instruction.Cast step) {
      sameKind(step.target(), step.source(), "a cast");
      check(step.type().isReference(), "a cast to " + step.type());
      check(step.source().type().isReference(), "a cast of " + step.source().type());
      return true;
    }

    @Override
    public Boolean instanceOf(Instruction.InstanceOf step) {
      known(step.target());
      known(step.source());
      check(step.source().type().isReference(), "instanceof on " + step.source().type());
      return true;
    }

    @Override
    public Boolean concat(Instruction.Concat step) {
      known(step.target());
      step.parts().forEach(IrVerifier.this::known);
      return true;
    }

    @Override
    public Boolean allocate(Instruction.Allocate step) {
      known(step.target());
      check(step.type().isReference() && !step.type().isArray(), "new " + step.type());
      return true;
    }

    @Override
    public Boolean allocateArray(Instruction.AllocateArray step) {
      known(step.target());
      check(step.type().isArray(), "no array: " + step.type());
      check(!step.lengths().isEmpty(), "an array without length");
      step.lengths().forEach(this::index);
      return true;
    }

    private void index(Local local) {
      known(local);
      check(local.type().equals(TypeName.INT), "an index or length of type " + local.type());
    }

    @Override
    public Boolean arrayLength(Instruction.ArrayLength step) {
      known(step.target());
      known(step.array());
      return true;
    }

    @Override
    public Boolean arrayLoad(Instruction.ArrayLoad step) {
      known(step.target());
      known(step.array());
      index(step.index());
      if (step.array().type().isArray()) {
        check(
            sameKind(step.array().type().element(), step.target().type()),
            "an element of " + step.array().type() + " as " + step.target().type());
      }
      return true;
    }

    @Override
    public Boolean arrayStore(Instruction.ArrayStore step) {
      known(step.array());
      index(step.index());
      known(step.source());
      if (step.array().type().isArray()) {
        check(
            sameKind(step.array().type().element(), step.source().type()),
            "a " + step.source().type() + " into " + step.array().type());
      }
      return true;
    }

    @Override
    public Boolean fieldLoad(Instruction.FieldLoad step) {
      known(step.object());
      known(step.target());
      check(sameKind(step.field().type(), step.target().type()), "a field as another type");
      return true;
    }

    @Override
    public Boolean fieldStore(Instruction.FieldStore step) {
      known(step.object());
      known(step.source());
      check(
          sameKind(step.field().type(), step.source().type()),
          "a " + step.source().type() + " into field " + step.field());
      return true;
    }

    @Override
    public Boolean call(Instruction.Call step) {
      known(step.target());
      known(step.receiver());
      step.arguments().forEach(IrVerifier.this::known);
      check(
          step.receiver().isPresent() == (step.kind() != Instruction.CallKind.STATIC),
          "receiver and kind of call disagree");
      step.target()
          .ifPresent(
              target ->
                  check(
                      sameKind(target.type(), step.callee().result()),
                      "result of " + step.callee() + " as " + target.type()));
      if (step.certainty() == Instruction.Certainty.RESOLVED) {
        arguments(step);
      }
      return true;
    }

    private void arguments(Instruction.Call step) {
      List<TypeName> types = step.callee().parameters();
      check(types.size() == step.arguments().size(), "arguments of " + step.callee());
      for (int i = 0; i < Math.min(types.size(), step.arguments().size()); i++) {
        check(
            sameKind(types.get(i), step.arguments().get(i).type()),
            "argument %d of %s as %s".formatted(i, step.callee(), step.arguments().get(i).type()));
      }
    }

    @Override
    public Boolean closure(Instruction.Closure step) {
      known(step.target());
      step.captured().forEach(IrVerifier.this::known);
      check(
          step.captured().size() <= step.body().parameters().size(),
          "more captured values than " + step.body() + " takes");
      return true;
    }

    @Override
    public Boolean caughtException(Instruction.CaughtException step) {
      known(step.target());
      return true;
    }

    @Override
    public Boolean monitor(Instruction.Monitor step) {
      known(step.object());
      return true;
    }

    @Override
    public Boolean unlowered(Instruction.Unlowered step) {
      known(step.target());
      step.operands().forEach(IrVerifier.this::known);
      return true;
    }
  }

  /** Each kind of end. */
  private final class Ends implements Terminator.Visitor<Boolean> {
    @Override
    public Boolean jump(Terminator.Jump end) {
      target(end.next());
      return true;
    }

    @Override
    public Boolean branch(Terminator.Branch end) {
      known(end.test());
      check(end.test().type().equals(TypeName.BOOLEAN), "a branch on " + end.test().type());
      target(end.whenTrue());
      target(end.whenFalse());
      return true;
    }

    @Override
    public Boolean choose(Terminator.Switch end) {
      known(end.selector());
      end.cases().forEach(one -> target(one.next()));
      target(end.otherwise());
      return true;
    }

    @Override
    public Boolean giveBack(Terminator.Return end) {
      known(end.value());
      TypeName result = method.name().result();
      check(end.value().isPresent() != result.equals(TypeName.VOID), "returns no " + result);
      end.value()
          .ifPresent(
              value -> check(sameKind(value.type(), result), value.type() + " for " + result));
      return true;
    }

    @Override
    public Boolean raise(Terminator.Throw end) {
      known(end.exception());
      return true;
    }
  }
}
