package dev.dmalint.replay.interpreter;

import java.util.List;

/** A function of the host that a program calls. */
@FunctionalInterface
public interface Native {
  /**
   * Does what the method does.
   *
   * @param arguments the receiver first, if there is one; not null
   * @return the value; {@link dev.dmalint.replay.value.Nil} for {@code void}; or what {@link
   *     Execution#goOnWith} gave, to have the program compute the value
   * @throws GuestException to throw in the program
   */
  Object call(Execution execution, List<Object> arguments);
}
