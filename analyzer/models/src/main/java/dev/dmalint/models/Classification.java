package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Which mistake it is when an address of some origin arrives at a consumer that reads another
 * space. The first row that fits decides.
 *
 * @param consumers ids of consumer kinds; empty: any
 * @param origins words that model rows give to what they make; empty: any
 * @param mistake the mistake's number; empty: the mismatch is no mistake
 */
public record Classification(List<String> consumers, List<String> origins, String mistake) {
  public Classification {
    consumers = List.copyOf(consumers);
    origins = List.copyOf(origins);
    requireNonNull(mistake);
  }
}
