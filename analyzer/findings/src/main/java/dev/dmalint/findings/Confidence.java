package dev.dmalint.findings;

/** How sure the analysis is of a finding, apart from how bad it would be. */
public enum Confidence {
  /** Device, address and path are known. */
  HIGH("high"),
  /** One of them was assumed, and the finding names which. */
  MEDIUM("medium"),
  /** The path crosses code that was not seen. */
  LOW("low");

  private final String word;

  Confidence(String word) {
    this.word = word;
  }

  /** {@return the word that reports use} */
  public String word() {
    return word;
  }
}
