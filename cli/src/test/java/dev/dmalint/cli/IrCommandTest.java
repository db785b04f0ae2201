package dev.dmalint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IrCommandTest {
  @TempDir Path folder;

  private Run run(String... arguments) {
    return new Console(folder).run(arguments);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void printsTheStepsOfAMethod() throws IOException {
    write("A.java", "class A {\n  int twice(int n) {\n    return n * 2;\n  }\n}\n");
    Run run = run("ir", "A.java", "--method", "twice");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().replaceAll(" +", " "))
        .isEqualTo(
            """
            type A
             method twice(int): int
             parameters this.0:A, n.1:int
             0:
             %2:int = 2 @3:16-3:17
             %3:int = n.1 * %2 @3:12-3:17
             return %3 @3:5-3:18

            """);
  }

  @Test
  void printsAllTypesOfAllFiles() throws IOException {
    write("A.java", "class A extends B {}");
    write("B.java", "class B {}");
    Run run = run("ir", "B.java", "A.java");
    assertThat(run.code()).isZero();
    assertThat(run.out()).containsSubsequence("type A extends B", "type B extends");
  }

  @Test
  void aSyntaxErrorIsToldAndTheRestPrinted() throws IOException {
    write("A.java", "class A {\n  void f() { int a = ; g(); }\n  void g() {}\n}\n");
    Run run = run("ir", "A.java");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("method f(): void", "method g(): void");
    assertThat(run.err()).startsWith("dmalint: A.java:2: ").contains("[syntax-error]");
  }

  @Test
  void aBinaryFileIsIncomplete() throws IOException {
    Files.write(folder.resolve("A.java"), new byte[] {(byte) 0xca, (byte) 0xfe, 0, 0});
    Run run = run("ir", "A.java");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("A.java:1: ", "[not-text]");
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    write("A.java", "class A { void known() {} }");
    write("notes.txt", "");
    refused(run("ir", "Gone.java"), "no such file: \"Gone.java\"");
    refused(run("ir", "notes.txt"), "\"notes.txt\" is no Java file");
    refused(run("ir", "."), "\".\" is no Java file");
    refused(run("ir"), "FILE");
    refused(run("ir", "A.java", "--method", "knwon"), "known are <init>, known");
    refused(run("ir", "A.java", "--classpath", "no.jar"), "--classpath", "\"no.jar\"");
  }

  private static void refused(Run run, String... messages) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("dmalint: ").contains(messages);
  }
}
