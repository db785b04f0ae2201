package dev.dmalint.analyzer.ir;

import static java.util.Objects.requireNonNull;

import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;

/** One step inside a block. Each knows the text it comes from. */
public sealed interface Instruction {
  /** {@return the expression or statement this step comes from} */
  SourceSpan at();

  /** {@return what {@code visitor} makes of this step} */
  <R> R accept(Visitor<R> visitor);

  /** No default methods: a new kind must stop every reader from compiling. */
  interface Visitor<R> {
    R constant(Constant step);

    R copy(Copy step);

    R unary(Unary step);

    R binary(Binary step);

    R convert(Convert step);

    R cast(Cast step);

    R instanceOf(InstanceOf step);

    R concat(Concat step);

    R allocate(Allocate step);

    R allocateArray(AllocateArray step);

    R arrayLength(ArrayLength step);

    R arrayLoad(ArrayLoad step);

    R arrayStore(ArrayStore step);

    R fieldLoad(FieldLoad step);

    R fieldStore(FieldStore step);

    R call(Call step);

    R closure(Closure step);

    R caughtException(CaughtException step);

    R monitor(Monitor step);

    R unlowered(Unlowered step);
  }

  /** {@code target = literal}. */
  record Constant(SourceSpan at, Local target, Literal value) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** {@code target = source}; both have the same kind of type. */
  record Copy(SourceSpan at, Local target, Local source) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.copy(this);
    }
  }

  /** {@code target = operator operand}. */
  record Unary(SourceSpan at, Local target, UnaryOperator operator, Local operand)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** {@code target = left operator right}. Division by zero throws. */
  record Binary(SourceSpan at, Local target, BinaryOperator operator, Local left, Local right)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code target = (type of target) source}, between primitive types. */
  record Convert(SourceSpan at, Local target, Local source) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.convert(this);
    }
  }

  /** {@code target = (type) source}, between reference types; throws if it does not fit. */
  record Cast(SourceSpan at, Local target, Local source, TypeName type) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /** {@code target = source instanceof type}. */
  record InstanceOf(SourceSpan at, Local target, Local source, TypeName type)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.instanceOf(this);
    }
  }

  /** {@code target = part + part + ...}, a string. */
  record Concat(SourceSpan at, Local target, List<Local> parts) implements Instruction {
    public Concat {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.concat(this);
    }
  }

  /** {@code target = } a new object of {@code type} before its constructor ran. */
  record Allocate(SourceSpan at, Local target, TypeName type) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allocate(this);
    }
  }

  /**
   * {@code target = new type[length]...}; {@code type} is the array type, of which the first {@code
   * lengths.size()} dimensions are made. An initialiser follows as stores.
   */
  record AllocateArray(SourceSpan at, Local target, TypeName type, List<Local> lengths)
      implements Instruction {
    public AllocateArray {
      lengths = List.copyOf(lengths);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allocateArray(this);
    }
  }

  /** {@code target = array.length}. */
  record ArrayLength(SourceSpan at, Local target, Local array) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLength(this);
    }
  }

  /** {@code target = array[index]}. */
  record ArrayLoad(SourceSpan at, Local target, Local array, Local index) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLoad(this);
    }
  }

  /** {@code array[index] = source}. */
  record ArrayStore(SourceSpan at, Local array, Local index, Local source) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayStore(this);
    }
  }

  /** {@code target = object.field}, or a static field where there is no object. */
  record FieldLoad(SourceSpan at, Local target, Optional<Local> object, FieldName field)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fieldLoad(this);
    }
  }

  /** {@code object.field = source}, or a static field where there is no object. */
  record FieldStore(SourceSpan at, Optional<Local> object, FieldName field, Local source)
      implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fieldStore(this);
    }
  }

  /**
   * {@code target = receiver.callee(argument, ...)}.
   *
   * @param at the call expression, from the start of the method's name or of {@code new} to the
   *     closing parenthesis
   * @param target empty if the result is dropped or {@code void}
   * @param kind how the body is found
   * @param callee the method that the compiler chose, on the type that declares it; where it is not
   *     {@link Certainty#RESOLVED}, what is known of it: the written name, argument types for
   *     parameter types, and {@code java.lang.Object} for what is unknown
   * @param receiver empty for static calls
   * @param arguments as many as written, after varargs were packed into an array; as many as {@code
   *     callee} has parameters where it is {@link Certainty#RESOLVED}
   * @param certainty whether the compiler is sure of {@code callee}
   * @param candidates for an unresolved call: the qualified names that the imports allow for the
   *     written owner, sorted; else empty
   */
  record Call(
      SourceSpan at,
      Optional<Local> target,
      CallKind kind,
      MethodName callee,
      Optional<Local> receiver,
      List<Local> arguments,
      Certainty certainty,
      List<TypeName> candidates)
      implements Instruction {
    public Call {
      requireNonNull(kind);
      requireNonNull(callee);
      arguments = List.copyOf(arguments);
      requireNonNull(certainty);
      candidates = List.copyOf(candidates);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /**
   * {@code target = } an object of a functional interface whose one method calls {@code body} with
   * the captured values followed by its own arguments.
   *
   * @param interfaceMethod the method that the object implements; where the interface is unknown (a
   *     lambda under an unresolved call) its owner is {@code java.lang.Object} and its name {@code
   *     <unknown>}
   * @param body a synthetic static method of the enclosing type
   */
  record Closure(
      SourceSpan at,
      Local target,
      MethodName interfaceMethod,
      MethodName body,
      List<Local> captured)
      implements Instruction {
    public Closure {
      requireNonNull(interfaceMethod);
      requireNonNull(body);
      captured = List.copyOf(captured);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.closure(this);
    }
  }

  /** {@code target = } the exception that led here; the first step of a handler's block. */
  record CaughtException(SourceSpan at, Local target) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.caughtException(this);
    }
  }

  /** Enters or leaves the monitor of an object. */
  record Monitor(SourceSpan at, Local object, MonitorAction action) implements Instruction {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.monitor(this);
    }
  }

  /**
   * A construct that was not lowered; the same is reported as a gap. Its result is unknown and may
   * depend on {@code operands}.
   */
  record Unlowered(SourceSpan at, Optional<Local> target, List<Local> operands, String construct)
      implements Instruction {
    public Unlowered {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unlowered(this);
    }
  }

  /** How the body of a call is found. */
  enum CallKind {
    /** A static method. */
    STATIC,
    /** An instance method, chosen by the receiver's class. */
    VIRTUAL,
    /** Exactly the named method: a constructor, a private method, a call through {@code super}. */
    SPECIAL
  }

  /** Whether the compiler is sure of a call's method. */
  enum Certainty {
    /** It is. */
    RESOLVED,
    /** An error covers the call, and this is the compiler's closest match. */
    GUESSED,
    /** No declaration was found. */
    UNRESOLVED
  }

  /** What a {@link Monitor} step does. */
  enum MonitorAction {
    ENTER,
    EXIT
  }
}
