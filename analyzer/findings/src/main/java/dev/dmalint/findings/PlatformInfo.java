package dev.dmalint.findings;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A platform as reports name it.
 *
 * @param id such as {@code P1}
 * @param name such as {@code Intel Mac, VT-d on}
 * @param worlds its variants, each in a few words
 */
public record PlatformInfo(String id, String name, List<String> worlds) {
  public PlatformInfo {
    requireNonNull(id);
    requireNonNull(name);
    worlds = List.copyOf(worlds);
  }
}
