package dev.dmalint.findings;

/** The worst a mistake does on a shipped platform; in falling order of weight. */
public enum Severity {
  /** Memory is corrupted, or the IOMMU faults. */
  ERROR("error"),
  /** The driver refuses to start. */
  WARNING("warning"),
  /** Advice. */
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** {@return the word that reports and options use} */
  public String word() {
    return word;
  }

  /** {@return whether this weighs as much as {@code threshold} or more} */
  public boolean atLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
