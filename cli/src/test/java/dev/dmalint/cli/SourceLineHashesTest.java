package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The expected values are those that GitHub's own code gives. */
final class SourceLineHashesTest {
  @Test
  void hashesAreGitHubs() {
    assertThat(SourceLineHashes.hashes("")).containsExactly("c129715d7a2bc9a3:1");
    assertThat(SourceLineHashes.hashes("a")).containsExactly("53b5d4aabe50d64:1");
    assertThat(SourceLineHashes.hashes("a\n"))
        .containsExactly("243cbaa4685aab12:1", "c129715d7a2bc9a3:1");
    assertThat(SourceLineHashes.hashes("}\n}\n}\n"))
        .startsWith("fec212a38d15109c:1", "1da0d4c20a2cbb51:1", "32dce9ccfdbc9d3e:1");
    assertThat(SourceLineHashes.hashes("// \ud83d\ude00 \u4e2d\n"))
        .startsWith("8dd95d1f9638e249:1");
  }

  @Test
  void blanksAndKindsOfLineEndsDoNotCount() {
    String[] hashes = {"cdc8f572cafc40f1:1", "4e82732d68b23f7f:1"};
    assertThat(SourceLineHashes.hashes("int x = 1;\nint y = 2;\n")).startsWith(hashes);
    assertThat(SourceLineHashes.hashes("int x = 1;\r\n\tint  y = 2;\r\n")).startsWith(hashes);
    assertThat(SourceLineHashes.hashes("int x = 1;\rint y = 2;\r")).startsWith(hashes);
  }

  @Test
  void equalLinesAreCounted() {
    String line = "x".repeat(200) + "\n";
    assertThat(SourceLineHashes.hashes(line.repeat(3)))
        .extracting(hash -> hash.substring(hash.indexOf(':')))
        .startsWith(":1", ":2", ":3");
  }

  @Test
  void whatWasNotReadHasNone() {
    SourceLineHashes hashes = new SourceLineHashes(new TreeMap<>(Map.of("A.java", "a")));
    assertThat(hashes.at("A.java", 1)).contains("53b5d4aabe50d64:1");
    assertThat(hashes.at("A.java", 2)).isEmpty();
    assertThat(hashes.at("B.java", 1)).isEmpty();
  }
}
