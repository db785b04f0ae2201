package dev.dmalint.replay.interpreter;

import static java.util.Objects.requireNonNull;

/**
 * How a program is run.
 *
 * @param budget what it may use
 * @param inputs where unknown values come from
 * @param assertions whether {@code assert} is on
 */
public record Options(Budget budget, Inputs inputs, boolean assertions) {
  public Options {
    requireNonNull(budget);
    requireNonNull(inputs);
  }

  /** {@return the usual budget, no inputs, assertions off} */
  public static Options usual() {
    return new Options(Budget.USUAL, Inputs.none(), false);
  }

  /** {@return these with another budget} */
  public Options within(Budget other) {
    return new Options(other, inputs, assertions);
  }

  /** {@return these with {@code assert} on} */
  public Options asserting() {
    return new Options(budget, inputs, true);
  }

  /** {@return these with unknown values from elsewhere} */
  public Options asking(Inputs other) {
    return new Options(budget, other, assertions);
  }
}
