package dev.dmalint.scan.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlistReaderTest {
  private static final String APPLE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      """;

  @TempDir Path folder;

  @Test
  void allKindsOfValuesAreRead() throws Exception {
    PlistValue value =
        read(
            APPLE
                + """
                <plist version="1.0">
                <!-- a comment -->
                <dict>
                  <key>text</key> <string> A &amp; B <![CDATA[<c>]]></string>
                  <key>number</key> <integer>0x10</integer>
                  <key>flag</key> <true/>
                  <key>list</key> <array><string>x</string><false/></array>
                </dict>
                </plist>
                """);
    assertThat(value)
        .isInstanceOfSatisfying(
            PlistValue.Dict.class,
            dict -> {
              assertThat(dict.line()).isEqualTo(5);
              assertThat(dict.get("TEXT")).contains(new PlistValue.Text(6, "A & B <c>"));
              assertThat(dict.get("number")).contains(new PlistValue.Text(7, "0x10"));
              assertThat(dict.get("flag")).contains(new PlistValue.Truth(8, true));
              assertThat(dict.get("list"))
                  .contains(
                      new PlistValue.Array(
                          9, List.of(new PlistValue.Text(9, "x"), new PlistValue.Truth(9, false))));
            });
  }

  @Test
  void whatIsMalformedIsRefusedWithItsLine() {
    assertMalformed("<plist>\n<dict>\n<key>a</key>\n</dict></plist>")
        .hasMessageContaining("\"a\" has no value")
        .hasFieldOrPropertyWithValue("line", 4);
    assertMalformed("<plist>\n<dict>\n<string>a</string></dict></plist>")
        .hasMessageContaining("where a <key> belongs")
        .hasFieldOrPropertyWithValue("line", 3);
    assertMalformed("<plist>\n<dict>\n<key>a</key>\n<string>b</dict></plist>")
        .hasMessageContaining("not well-formed")
        .hasFieldOrPropertyWithValue("line", 4);
    assertMalformed("<plist><dict>words</dict></plist>").hasMessageContaining("text stands");
    assertMalformed("<plist></plist>").hasMessageContaining("is empty");
    assertMalformed("<plist><true/><true/></plist>").hasMessageContaining("more than one value");
    assertMalformed("<html/>").hasMessageContaining("not <plist>");
    assertMalformed("<plist><object/></plist>").hasMessageContaining("<object>");
    assertMalformed("").hasMessageContaining("not well-formed");
    assertMalformed("<plist><dict>").hasMessageContaining("not well-formed");
  }

  @Test
  void aBinaryPropertyListIsRefusedWithAdvice() {
    byte[] binary = {'b', 'p', 'l', 'i', 's', 't', '0', '0', (byte) 0xd1, (byte) 0xff};
    assertThatThrownBy(() -> PlistReader.read(binary))
        .isInstanceOf(MalformedPlistException.class)
        .hasMessageContaining("plutil -convert xml1");
  }

  @Test
  void bytesThatAreNotTextAreRefused() throws Exception {
    assertThatThrownBy(() -> PlistReader.read(new byte[] {'<', (byte) 0xff, '>'}))
        .isInstanceOf(MalformedPlistException.class)
        .hasMessage("it is not UTF-8");
    byte[] utf16 = "\ufeff<plist><true/></plist>".getBytes(StandardCharsets.UTF_16LE);
    assertThat(PlistReader.read(utf16)).isEqualTo(new PlistValue.Truth(1, true));
  }

  @Test
  void anyChangeOfAFileGivesAValueOrARefusal() {
    byte[] good =
        (APPLE.replace(">\n", " [<!ENTITY a \"b\">]>\n")
                + "<plist><dict><key>a</key><string>A&amp;&#x41;<![CDATA["
                + " ]]></string></dict></plist>")
            .getBytes(UTF_8);
    Random random = new Random(15);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = good.clone();
      for (int change = 0; change <= random.nextInt(5); change++) {
        bytes[random.nextInt(bytes.length)] = good[random.nextInt(good.length)];
      }
      byte[] cut = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      try {
        assertThat(PlistReader.read(random.nextBoolean() ? cut : bytes)).isNotNull();
      } catch (MalformedPlistException refused) {
        assertThat(refused.line()).isPositive();
      }
    }
  }

  @Test
  void noEntityIsResolvedAndNoFileIsLoaded() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "IOSecret");
    String external =
        "<!DOCTYPE plist [<!ENTITY x SYSTEM \"%s\">]>\n<plist><string>&x;</string></plist>"
            .formatted(secret.toUri());
    assertMalformed(external).message().doesNotContain("IOSecret");
    assertMalformed("<!DOCTYPE plist [<!ENTITY x \"y\">]>\n<plist><string>&x;</string></plist>");
  }

  @Test
  void aDocumentTypeThatIsNowhereIsNotLookedFor() throws Exception {
    String nowhere = "<!DOCTYPE plist SYSTEM \"%s\">\n<plist><true/></plist>";
    String file = folder.resolve("missing.dtd").toUri().toString();
    assertThat(read(nowhere.formatted(file))).isEqualTo(new PlistValue.Truth(2, true));
    assertThat(read(nowhere.formatted("http://192.0.2.1/x.dtd")))
        .isEqualTo(new PlistValue.Truth(2, true));
  }

  @Test
  void entitiesThatGrowDoNotGrow() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE plist [<!ENTITY a0 \"ha\">");
    for (int level = 1; level < 40; level++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1));
    }
    laughs.append("]><plist><string>&a39;</string></plist>");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertMalformed(laughs.toString()));
  }

  @Test
  void deepNestingIsRefused() {
    assertMalformed("<plist>" + "<array>".repeat(100_000)).hasMessageContaining("nested deeper");
  }

  private static PlistValue read(String text) throws MalformedPlistException {
    return PlistReader.read(text.getBytes(UTF_8));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertMalformed(String text) {
    return assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedPlistException.class);
  }
}
