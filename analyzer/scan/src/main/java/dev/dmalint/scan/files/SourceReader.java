package dev.dmalint.scan.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.findings.Gap;
import dev.dmalint.scan.files.Reading.Encoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;

/** Reads and decodes files. */
public final class SourceReader {
  /** Files of that many bytes or more are left out unless the configuration says otherwise. */
  public static final long USUAL_LIMIT = 20_000_000;

  /** A NUL among the first bytes tells a binary file from text. */
  private static final int BINARY_PROBE = 8192;

  private final long limit;

  /**
   * A reader that leaves out large files.
   *
   * @param limit bytes, at least 1: the size from which on a file is left out
   */
  public SourceReader(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("not a limit: " + limit + " bytes");
    }
    this.limit = limit;
  }

  /** {@return the text of a file, or why there is none} */
  public Reading read(FoundFile found) {
    byte[] bytes;
    try {
      if (Files.size(found.file()) >= limit) {
        return tooLarge(found);
      }
      // No more than the limit, though the file may grow meanwhile.
      bytes = RegularFile.read(found.file(), limit);
    } catch (IOException trouble) {
      return unreadable(found, Trouble.of(trouble));
    }
    return bytes.length >= limit ? tooLarge(found) : decode(found.name(), bytes);
  }

  private static Reading unreadable(FoundFile found, String reason) {
    return new Reading.Failed(
        new Gap(
            Gap.Kind.UNREADABLE,
            found.name(),
            1,
            "it cannot be read (" + reason + "); make it readable and scan again"));
  }

  private Reading tooLarge(FoundFile found) {
    return new Reading.Skipped(
        new Gap(
            Gap.Kind.TOO_LARGE,
            found.name(),
            1,
            "it has %d bytes or more; raise \"maxFileBytes\" in dmalint.yaml to scan it"
                .formatted(limit)));
  }

  /**
   * {@return what those bytes say: the byte order mark decides, else they are UTF-8 if they can be}
   */
  static Reading decode(String name, byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) {
      return notText(name, "it is UTF-32");
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return marked(name, bytes, 2, UTF_16LE, Encoding.UTF_16);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return marked(name, bytes, 2, UTF_16BE, Encoding.UTF_16);
    }
    for (int at = 0; at < Math.min(bytes.length, BINARY_PROBE); at++) {
      if (bytes[at] == 0) {
        return notText(name, "it holds NUL bytes, as binary files do");
      }
    }
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return marked(name, bytes, 3, UTF_8, Encoding.UTF_8);
    }
    try {
      return text(name, strictly(bytes, 0, UTF_8), Encoding.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      return looksBinary(bytes)
          ? notText(name, "it is not UTF-8 and holds control characters, as binary files do")
          : text(name, new String(bytes, ISO_8859_1), Encoding.ISO_8859_1);
    }
  }

  private static Reading marked(
      String name, byte[] bytes, int start, Charset charset, Encoding encoding) {
    try {
      String text = strictly(bytes, start, charset);
      int probe = text.indexOf('\0');
      return probe >= 0 && probe < BINARY_PROBE
          ? notText(name, "it holds NUL characters, as binary files do")
          : text(name, text, encoding);
    } catch (CharacterCodingException wrong) {
      return notText(name, "its byte order mark says " + charset + ", which the rest is not");
    }
  }

  private static Reading text(String name, String text, Encoding encoding) {
    return new Reading.Text(new SourceFile(name, text), encoding);
  }

  private static Reading notText(String name, String reason) {
    return new Reading.Skipped(
        new Gap(
            Gap.Kind.NOT_TEXT,
            name,
            1,
            reason + "; save it as UTF-8 if it is Java, else exclude or rename it"));
  }

  private static String strictly(byte[] bytes, int start, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
        .toString();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int at = 0; at < mark.length; at++) {
      if ((bytes[at] & 0xff) != mark[at]) {
        return false;
      }
    }
    return true;
  }

  /** Tab, line ends, form feed and the end mark of old systems are text; other controls are not. */
  private static boolean looksBinary(byte[] bytes) {
    for (byte unit : bytes) {
      boolean control = (unit >= 0 && unit < 0x20) || unit == 0x7f;
      if (control && "\t\n\f\r\u001a".indexOf(unit) < 0) {
        return true;
      }
    }
    return false;
  }
}
