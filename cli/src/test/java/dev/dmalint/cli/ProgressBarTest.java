package dev.dmalint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  @Test
  void shortWorkShowsNothing() {
    try (ProgressBar bar = bar()) {
      after(600);
      bar.reached("reading", 1, 2);
    }
    assertThat(err.size()).isZero();
  }

  @Test
  void longWorkShowsABarAndWipesIt() {
    try (ProgressBar bar = bar()) {
      after(800);
      bar.reached("reading", 5, 10);
      after(10);
      bar.reached("reading", 6, 10);
      after(100);
      bar.reached("lowering", 10, 10);
    }
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "\r\u001b[Kreading [###############---------------] 5/10"
                + "\r\u001b[Klowering [##############################] 10/10"
                + "\r\u001b[K");
  }

  private void after(long milliseconds) {
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  private ProgressBar bar() {
    return new ProgressBar(new Messages(err), clock::get);
  }
}
