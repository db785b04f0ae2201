package dev.dmalint.analyzer.heap;

/** One thing that a place may hold. Equality says whether two are the same thing. */
public interface Atom {
  /**
   * {@return what stands for both where both are the same thing but were met on different ways;
   * must be equal to both}
   */
  default Atom preferred(Atom equal) {
    return this;
  }
}
