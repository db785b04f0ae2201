package dev.dmalint.replay.value;

import dev.dmalint.analyzer.ir.TypeName;

/** An object of the running program. Identity is that of the host object. */
public sealed interface Reference
    permits ArrayValue, Box, FunctionValue, HostValue, Instance, Text, TypeValue {
  /** {@return the class of the object; for a function the interface it was made for} */
  TypeName type();
}
