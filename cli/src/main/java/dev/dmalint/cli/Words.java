package dev.dmalint.cli;

import dev.dmalint.models.text.Nearest;
import dev.dmalint.scan.usage.UsageException;
import java.util.Collection;

/** Words of closed lists. */
final class Words {
  private Words() {}

  /** Refuses a word that an option does not know. */
  static void known(String option, String word, Collection<String> known) throws UsageException {
    if (!known.contains(word)) {
      throw new UsageException(
          "%s: unknown word \"%s\"%s".formatted(option, word, Nearest.hint(word, known)));
    }
  }
}
