package dev.dmalint.analyzer.space;

import dev.dmalint.models.Space;
import dev.dmalint.models.Universe;

/** The short name of the space that an address counts in: {@code IOVA(sys)}. */
final class SpaceLabel {
  private SpaceLabel() {}

  static String of(Universe universe, Tag tag) {
    String label = universe.space(tag.space()).map(Space::label).orElse(tag.space());
    if (tag.mapper() instanceof MapperIdentity.Shared) {
      return label + "(sys)";
    }
    if (tag.mapper() instanceof MapperIdentity.Of) {
      return label + "(dev)";
    }
    return tag.mapper() instanceof MapperIdentity.Unknown ? label + "(?)" : label;
  }
}
