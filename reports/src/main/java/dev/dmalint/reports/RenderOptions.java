package dev.dmalint.reports;

import static java.util.Objects.requireNonNull;

/**
 * What renderers need beside the report; each takes the part it has a use for.
 *
 * @param text how text looks
 * @param lineHashes hashes of source lines, for formats whose readers match findings by them
 */
public record RenderOptions(TextStyle text, LineHashes lineHashes) {
  public RenderOptions {
    requireNonNull(text);
    requireNonNull(lineHashes);
  }

  /** {@return plain text, and no line hashes} */
  public static RenderOptions plain() {
    return new RenderOptions(TextStyle.plain(), LineHashes.none());
  }

  /** {@return the same with that look of text} */
  public RenderOptions text(TextStyle style) {
    return new RenderOptions(style, lineHashes);
  }

  /** {@return the same with those hashes} */
  public RenderOptions lineHashes(LineHashes hashes) {
    return new RenderOptions(text, hashes);
  }
}
