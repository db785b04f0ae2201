package dev.dmalint.analyzer.ir;

import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;

/** How a block ends. Blocks are named by their index in the method. */
public sealed interface Terminator {
  /** {@return the text this comes from} */
  SourceSpan at();

  /** {@return what {@code visitor} makes of this end} */
  <R> R accept(Visitor<R> visitor);

  /** No default methods: a new kind must stop every reader from compiling. */
  interface Visitor<R> {
    R jump(Jump end);

    R branch(Branch end);

    R choose(Switch end);

    R giveBack(Return end);

    R raise(Throw end);
  }

  /** Goes on at {@code next}. */
  record Jump(SourceSpan at, int next) implements Terminator {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.jump(this);
    }
  }

  /** Goes on at {@code whenTrue} or {@code whenFalse} by a {@code boolean}. */
  record Branch(SourceSpan at, Local test, int whenTrue, int whenFalse) implements Terminator {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /** Goes on by the value of an {@code int}, {@code String} or enum. */
  record Switch(SourceSpan at, Local selector, List<Case> cases, int otherwise)
      implements Terminator {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choose(this);
    }
  }

  /** One label of a switch. */
  record Case(Literal label, int next) {}

  /** Ends the method, with a value or without. */
  record Return(SourceSpan at, Optional<Local> value) implements Terminator {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.giveBack(this);
    }
  }

  /** Throws an exception. */
  record Throw(SourceSpan at, Local exception) implements Terminator {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.raise(this);
    }
  }
}
