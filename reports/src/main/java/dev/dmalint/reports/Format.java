package dev.dmalint.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The closed list of report formats. */
public enum Format {
  /** For people, at a terminal. */
  TEXT("text") {
    @Override
    public Renderer renderer(RenderOptions options) {
      return new TextRenderer(options.text());
    }
  },
  /** Our own, described by the published {@code report.schema.json}. */
  JSON("json") {
    @Override
    public Renderer renderer(RenderOptions options) {
      return new JsonRenderer();
    }
  },
  /** SARIF 2.1.0, for code review. */
  SARIF("sarif") {
    @Override
    public Renderer renderer(RenderOptions options) {
      return new SarifRenderer(options.lineHashes());
    }
  };

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** {@return the word that options and messages use} */
  public String word() {
    return word;
  }

  /** {@return a renderer of this format that does as {@code options} say} */
  public abstract Renderer renderer(RenderOptions options);

  /** {@return the format of that word, spelt exactly so; empty when there is none} */
  public static Optional<Format> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** {@return every format's word, in declared order} */
  public static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }
}
