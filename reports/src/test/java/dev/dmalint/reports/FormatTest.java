package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmalint.findings.Report;
import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
  @Test
  void aFormatIsFoundByItsExactWord() {
    assertThat(Format.named("sarif")).contains(Format.SARIF);
    assertThat(Format.named("SARIF")).isEmpty();
    assertThat(Format.words()).containsExactly("text", "json", "sarif");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void troubleOfTheWriterComesBackAsItIs(Format format) {
    IOException full = new IOException("No space left on device");
    Renderer renderer = format.renderer(RenderOptions.plain());
    Report report = SampleReports.everything();
    int whole = Golden.rendered(renderer, report).length();
    for (int room = 0; room < whole; room += 97) {
      Narrow out = new Narrow(room, full);
      assertThatThrownBy(() -> renderer.render(report, out)).isSameAs(full);
      assertThat(out.closed).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theWriterIsFlushedAndStaysOpen(Format format) throws IOException {
    Narrow out = new Narrow(Integer.MAX_VALUE, new IOException("full"));
    format.renderer(RenderOptions.plain()).render(SampleReports.everything(), out);
    assertThat(out.flushed).isTrue();
    assertThat(out.closed).isFalse();
  }

  /** A writer with room for so many units. */
  private static final class Narrow extends Writer {
    private final IOException full;
    private int room;
    private boolean flushed;
    private boolean closed;

    Narrow(int room, IOException full) {
      this.room = room;
      this.full = full;
    }

    @Override
    public void write(char[] units, int offset, int length) throws IOException {
      room -= length;
      flushed = false;
      if (room < 0) {
        throw full;
      }
    }

    @Override
    public void flush() {
      flushed = true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
