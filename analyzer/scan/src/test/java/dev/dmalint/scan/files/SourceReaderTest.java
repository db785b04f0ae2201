package dev.dmalint.scan.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.findings.Gap;
import dev.dmalint.scan.files.Reading.Encoding;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceReaderTest {
  @TempDir Path folder;

  @Test
  void aByteOrderMarkDecidesAndIsNotPartOfTheText() {
    String text = "class Grüße {}";
    assertThat(decoded(marked("", text, UTF_8))).isEqualTo(text);
    assertThat(decoded(marked("\ufeff", text, UTF_8))).isEqualTo(text);
    assertThat(decoded(marked("\ufeff", text, UTF_16LE))).isEqualTo(text);
    assertThat(decoded(marked("\ufeff", text, UTF_16BE))).isEqualTo(text);
  }

  @Test
  void whatIsNotUtf8ButTextIsReadAsLatin1AndSaysSo() {
    Reading reading = SourceReader.decode("A.java", "// Größe\n".getBytes(ISO_8859_1));
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Text.class,
            text -> {
              assertThat(text.file().text()).isEqualTo("// Größe\n");
              assertThat(text.encoding()).isEqualTo(Encoding.ISO_8859_1);
            });
  }

  @Test
  void binaryFilesAreLeftOutWithAReason() {
    assertNotText(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61});
    assertNotText(new byte[] {'P', 'K', 3, 4, (byte) 0x80, (byte) 0xff});
    assertNotText("class A {}".getBytes(UTF_16LE));
    assertNotText(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 'a', 0, 0, 0});
    assertNotText(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8});
    assertNotText(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, (byte) 0xff});
  }

  @Test
  void anyBytesGiveTextOrAGap() {
    Random random = new Random(23);
    for (int round = 0; round < 5000; round++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      Reading reading = SourceReader.decode("A.java", bytes);
      assertThat(reading).isInstanceOfAny(Reading.Text.class, Reading.Skipped.class);
    }
  }

  @Test
  void aLargeFileIsLeftOutWithoutBeingRead() throws IOException {
    Path file = folder.resolve("Large.java");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(50_000_000);
    }
    assertThat(read(file, SourceReader.USUAL_LIMIT))
        .isInstanceOfSatisfying(
            Reading.Skipped.class,
            skipped -> {
              assertThat(skipped.gap().kind()).isEqualTo(Gap.Kind.TOO_LARGE);
              assertThat(skipped.gap().message()).contains("20000000 bytes", "maxFileBytes");
            });
  }

  @Test
  void theLimitIsTheFirstSizeThatIsTooLarge() throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), "0123456789");
    assertThat(read(file, 10)).isInstanceOf(Reading.Skipped.class);
    assertThat(read(file, 11)).isInstanceOf(Reading.Text.class);
  }

  @Test
  void aFileThatIsGoneIsAFailure() {
    assertThat(read(folder.resolve("Gone.java"), 100))
        .isInstanceOfSatisfying(
            Reading.Failed.class,
            failed -> assertThat(failed.gap().kind()).isEqualTo(Gap.Kind.UNREADABLE));
  }

  private Reading read(Path file, long limit) {
    return new SourceReader(limit).read(new FoundFile("A.java", file, new Root(".", folder, "")));
  }

  private static byte[] marked(String mark, String text, Charset charset) {
    return (mark + text).getBytes(charset);
  }

  private static String decoded(byte[] bytes) {
    Reading reading = SourceReader.decode("A.java", bytes);
    assertThat(reading).isInstanceOf(Reading.Text.class);
    return ((Reading.Text) reading).file().text();
  }

  private static void assertNotText(byte[] bytes) {
    assertThat(SourceReader.decode("A.java", bytes))
        .isInstanceOfSatisfying(
            Reading.Skipped.class,
            skipped -> {
              assertThat(skipped.gap().kind()).isEqualTo(Gap.Kind.NOT_TEXT);
              assertThat(skipped.gap().message()).contains("save it as UTF-8");
            });
  }
}
