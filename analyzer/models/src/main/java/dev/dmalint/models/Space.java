package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

/**
 * An address space that values can count in.
 *
 * @param id such as {@code iova}
 * @param name how a report says it, such as {@code I/O address}
 * @param label short form in paths, such as {@code IOVA}
 */
public record Space(String id, String name, String label) {
  public Space {
    requireNonNull(id);
    requireNonNull(name);
    requireNonNull(label);
  }
}
