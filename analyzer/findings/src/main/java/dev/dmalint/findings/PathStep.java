package dev.dmalint.findings;

import static java.util.Objects.requireNonNull;

/**
 * One step of an address on its way from the call that made it to its consumer.
 *
 * @param at where it happens
 * @param kind what happens there
 * @param message what happened to the address, one sentence without a full stop
 * @param space the space the address counts in at this step, as {@code IOVA(sys)}; where that
 *     depends on the world, all of them with the mapper states they hold in; empty where the step
 *     carries no address
 * @param excerpt the source line, without its line end; empty where it could not be read
 */
public record PathStep(SourceSpan at, Kind kind, String message, String space, String excerpt) {
  public PathStep {
    requireNonNull(at);
    requireNonNull(kind);
    requireNonNull(message);
    requireNonNull(space);
    requireNonNull(excerpt);
  }

  /** The closed list of what can happen to an address. */
  public enum Kind {
    /** It was made here. */
    SOURCE,
    /** It was passed into a method or came back from one. */
    CALL,
    /** It was stored in or read from a field, an element or memory. */
    STORE,
    /** It was shifted, masked, split, swapped or added to. */
    CHANGE,
    /** A branch decided that it goes on. */
    BRANCH,
    /** A consumer took it. */
    SINK
  }
}
