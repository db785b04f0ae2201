package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
  @Test
  void textWithoutControlsIsLeftAsItIs() {
    String text = "int \u4e2d = 'x'; // \ud83d\ude00 e\u0301 \u00e9 \u05d0\u05d1";
    assertThat(SafeText.of(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, <U+0000>",
    "9, <U+0009>",
    "10, <U+000A>",
    "13, <U+000D>",
    "27, <U+001B>",
    "127, <U+007F>",
    "133, <U+0085>",
    "155, <U+009B>",
    "173, <U+00AD>",
    "1564, <U+061C>",
    "8203, <U+200B>",
    "8205, <U+200D>",
    "8232, <U+2028>",
    "8238, <U+202E>",
    "8294, <U+2066>",
    "12644, <U+3164>",
    "55296, <U+D800>",
    "57343, <U+DFFF>",
    "65279, <U+FEFF>",
    "917569, <U+E0041>"
  })
  void whatATerminalMustNotSeeBecomesAMark(int point, String mark) {
    assertThat(SafeText.of("a" + Character.toString(point) + "b")).isEqualTo("a" + mark + "b");
  }

  @Test
  void everyControlCharacterIsMarked() {
    for (int point = 0; point < 0x100; point++) {
      boolean control = Character.isISOControl(point);
      assertThat(SafeText.of(Character.toString(point)).startsWith("<U+"))
          .as("U+%04X", point)
          .isEqualTo(control || point == 0xad);
    }
  }

  @Test
  void safeTextIsSafe() {
    String once = SafeText.of("\u001b[2J\u202e\ud800");
    assertThat(SafeText.of(once)).isSameAs(once);
  }
}
