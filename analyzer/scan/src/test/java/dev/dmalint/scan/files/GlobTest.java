package dev.dmalint.scan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "gen, a/b/gen, true",
    "gen, gen, true",
    "gen, a/genuine, false",
    "/gen, a/gen, false",
    "/gen, gen, true",
    "./gen, a/gen, true",
    "a/gen/, a/gen, true",
    "a/*/c, a/b/c, true",
    "a/*/c, a/b/b/c, false",
    "a/**/c, a/b/b/c, true",
    "a/**/c, a/c, true",
    "a/**, a/b/c, true",
    "*Test.java, x/y/RingTest.java, true",
    "*Test.java, x/y/Testing.java, false",
    "R?ng.java, Ring.java, true",
    "R?ng.java, Rng.java, false",
    "**/a/**/b/**/c, x/a/y/b/b/z/c, true",
    "[ab].java, a.java, false",
    "[ab].java, [ab].java, true",
  })
  void patternsMeanWhatTheySay(String pattern, String path, boolean expected) {
    assertThat(Glob.of(pattern).matches(path)).isEqualTo(expected);
  }

  @Test
  void aHostilePatternTakesNoLongerThanAnother() {
    Glob hostile = Glob.of("*a".repeat(200) + "b");
    String path = "a".repeat(2000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertThat(hostile.matches(path)).isFalse());
  }
}
