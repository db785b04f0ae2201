package dev.dmalint.reports;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes, beside what JSON demands, every character of the basic plane that {@link SafeText}
 * marks: a report printed to a terminal does no harm, and whoever parses it gets the text as it
 * was.
 */
final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
    codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int unit) {
    boolean half = Character.isSurrogate((char) unit);
    return half || SafeText.isSafe(unit) ? null : new SerializedString("\\u%04X".formatted(unit));
  }
}
