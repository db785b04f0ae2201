package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Local;
import java.util.List;
import java.util.Optional;

/**
 * What a constructor was given besides its declared parameters.
 *
 * @param enumArguments name and ordinal; empty outside of enums
 * @param outer the instance around
 * @param outerOfSuper for an anonymous class: the instance around its superclass
 */
record Frame(List<Local> enumArguments, Optional<Local> outer, Optional<Local> outerOfSuper) {
  static final Frame NONE = new Frame(List.of(), Optional.empty(), Optional.empty());

  Frame {
    enumArguments = List.copyOf(enumArguments);
  }
}
