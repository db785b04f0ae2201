package dev.dmalint.scan.usage;

import static java.util.Objects.requireNonNull;

/**
 * A word of the user's with the place it was written at, for messages about it.
 *
 * @param value the word
 * @param at where: {@code dmalint.yaml:4:3}, or an option such as {@code --platform}
 */
public record Located(String value, String at) {
  public Located {
    requireNonNull(value);
    requireNonNull(at);
  }

  /** {@return a complaint about this word that begins with its place} */
  public UsageException wrong(String complaint) {
    return new UsageException(at + ": " + complaint);
  }
}
