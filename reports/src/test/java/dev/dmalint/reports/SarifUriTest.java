package dev.dmalint.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifUriTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/a/B.java                | src/a/B.java",
        "my drivers/A.java           | my%20drivers/A.java",
        "a#1.java                    | a%231.java",
        "100%/A.java                 | 100%25/A.java",
        "a%41.java                   | a%2541.java",
        "why?.java                   | why%3F.java",
        "c:/A.java                   | c%3A/A.java",
        "back\\slash.java            | back%5Cslash.java",
        "\u4e2d/\u00e9.java          | %E4%B8%AD/%C3%A9.java",
        "\ud83d\ude00.java           | %F0%9F%98%80.java",
        "[x]{y}<z>^.java             | %5Bx%5D%7By%7D%3Cz%3E%5E.java",
      })
  void whatAPathMayNotHoldIsEncoded(String file, String uri) {
    assertThat(SarifUri.of(file)).isEqualTo(uri);
  }

  @Test
  void aNameCanBeReadBackFromItsUri() {
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      StringBuilder name = new StringBuilder("x");
      for (int length = random.nextInt(40); length > 0; length--) {
        int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x20000);
        boolean half = point >= 0xd800 && point <= 0xdfff;
        name.appendCodePoint(half ? '/' : point);
      }
      URI uri = URI.create(SarifUri.of(name.toString()));
      assertThat(uri.isAbsolute()).isFalse();
      assertThat(uri.getPath()).isEqualTo(name.toString());
    }
  }
}
