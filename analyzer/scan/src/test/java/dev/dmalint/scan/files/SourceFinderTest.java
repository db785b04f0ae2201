package dev.dmalint.scan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dmalint.findings.Gap;
import dev.dmalint.scan.usage.UsageException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and pipes need other commands there")
final class SourceFinderTest {
  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void takeTheRealPath() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void filesAreNamedFromTheStartFolderAndSorted() throws Exception {
    write("b/B.java");
    write("a/z/Z.java");
    write("a/A.java");
    write("a/notes.txt");
    assertThat(names(find("b", "a"))).containsExactly("a/A.java", "a/z/Z.java", "b/B.java");
    assertThat(names(find("."))).containsExactly("a/A.java", "a/z/Z.java", "b/B.java");
    assertThat(names(find("a/A.java"))).containsExactly("a/A.java");
  }

  @Test
  void aPathOutsideTheStartFolderIsNamedFromItsParent() throws Exception {
    write("elsewhere/nic/Ring.java");
    write("start/A.java");
    Path start = folder.resolve("start");
    assertThat(names(find(start, "../elsewhere/nic"))).containsExactly("nic/Ring.java");
    assertThat(names(find(start, folder.resolve("elsewhere/nic/Ring.java").toString())))
        .containsExactly("Ring.java");
  }

  @Test
  void twoPathsThatEndAlikeKeepTheirFilesApart() throws Exception {
    write("one/nic/Ring.java");
    write("two/nic/Ring.java");
    Files.createDirectory(folder.resolve("start"));
    List<String> names = names(find(folder.resolve("start"), "../two/nic", "../one/nic"));
    String whole = Root.slashed(folder.resolve("two/nic/Ring.java"));
    assertThat(names).containsExactlyInAnyOrder("nic/Ring.java", whole);
  }

  @Test
  void pathsThatOverlapCountOnce() throws Exception {
    write("a/b/B.java");
    Found found = find("a/b", "a", "a", "a/b/B.java");
    assertThat(names(found)).containsExactly("a/b/B.java");
    assertThat(found.doubles()).isEmpty();
  }

  @Test
  void aLoopOfLinksEndsAndEachFileCountsOnce() throws Exception {
    write("a/A.java");
    link("a/loop", "../a");
    link("a/up", "..");
    Files.createDirectory(folder.resolve("b"));
    link("a/to-b", "../b");
    link("b/to-a", "../a");
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          Found found = find(".");
          assertThat(names(found)).containsExactly("a/A.java");
          assertThat(found.gaps()).isEmpty();
        });
  }

  @Test
  void tenThousandLinksToOneFolderEnd() throws Exception {
    write("a/A.java");
    for (int number = 0; number < 10_000; number++) {
      link("link" + number, "a");
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(names(find("."))).containsExactly("a/A.java"));
  }

  @Test
  void aLinkToAFolderElsewhereIsAGapAndIsNotFollowed() throws Exception {
    write("outside/Secret.java");
    write("tree/A.java");
    link("tree/out", "../outside");
    Found found = find("tree");
    assertThat(names(found)).containsExactly("tree/A.java");
    assertThat(found.skipped()).isZero();
    assertThat(found.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Gap.Kind.NOT_A_FILE);
              assertThat(gap.file()).isEqualTo("tree/out");
              assertThat(gap.message()).contains("outside the scanned paths", "give that folder");
            });
  }

  @Test
  void aLinkToAFileIsFollowedWithinThePathsOnly() throws Exception {
    write("outside/Secret.java");
    write("tree/A.java");
    write("tree/plain.txt");
    link("tree/Again.java", "A.java");
    link("tree/Named.java", "plain.txt");
    link("tree/Out.java", "../outside/Secret.java");
    link("tree/Broken.java", "nowhere");
    link("tree/Self.java", "Self.java");
    Found found = find("tree");
    assertThat(names(found)).containsExactly("tree/A.java", "tree/Named.java");
    assertThat(found.doubles()).containsExactly("tree/Again.java");
    assertThat(found.skipped()).isEqualTo(3);
    assertThat(found.gaps())
        .extracting(Gap::file)
        .containsExactly("tree/Broken.java", "tree/Out.java", "tree/Self.java");
  }

  @Test
  void aPathThatIsALinkIsFollowed() throws Exception {
    write("real/A.java");
    link("given", "real");
    assertThat(names(find("given"))).containsExactly("given/A.java");
  }

  @Test
  void aSecondNameOfAFileIsNotReadAgain() throws Exception {
    write("a/A.java");
    Files.createLink(folder.resolve("a/B.java"), folder.resolve("a/A.java"));
    Found found = find("a");
    assertThat(names(found)).containsExactly("a/A.java");
    assertThat(found.doubles()).containsExactly("a/B.java");
  }

  @Test
  void namesThatDifferInCaseAreTwoFiles() throws Exception {
    write("a/Ring.java");
    assumeTrue(Files.notExists(folder.resolve("a/ring.java")), "the file system folds case");
    write("a/ring.java");
    assertThat(names(find("a"))).containsExactly("a/Ring.java", "a/ring.java");
  }

  @Test
  void aPipeAndASocketNamedLikeSourceAreGapsAndNeverOpened() throws Exception {
    write("a/A.java");
    assumeTrue(new ProcessBuilder("mkfifo", folder + "/a/Pipe.java").start().waitFor() == 0);
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("a/Socket.java")));
      // Opening the pipe would wait for a writer for ever.
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            Found found = find("a");
            assertThat(names(found)).containsExactly("a/A.java");
            assertThat(found.skipped()).isEqualTo(2);
            assertThat(found.gaps())
                .extracting(Gap::file)
                .containsExactly("a/Pipe.java", "a/Socket.java");
          });
    }
    assertThatThrownBy(() -> find("a/Pipe.java"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("neither a file nor a folder");
  }

  @Test
  void aFolderNamedLikeSourceIsAFolder() throws Exception {
    write("a/Odd.java/A.java");
    assertThat(names(find("a"))).containsExactly("a/Odd.java/A.java");
  }

  @Test
  void aFolderThatCannotBeListedIsAGap() throws Exception {
    write("a/A.java");
    write("a/closed/B.java");
    Path closed = folder.resolve("a/closed");
    assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed), "run as root");
    try {
      Found found = find("a");
      assertThat(names(found)).containsExactly("a/A.java");
      assertThat(found.gaps())
          .singleElement()
          .satisfies(gap -> assertThat(gap.kind()).isEqualTo(Gap.Kind.UNREADABLE));
    } finally {
      assertThat(closed.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void hiddenFoldersAndWhatBuildsMakeAreLeftOutUnlessGiven() throws Exception {
    write("p/src/A.java");
    write("p/target/generated/B.java");
    write("p/.git/C.java");
    write("p/build/D.java");
    write("p/node_modules/E.java");
    write("p/.mvn/maven.config");
    Found found = find("p");
    assertThat(names(found)).containsExactly("p/src/A.java");
    assertThat(found.leftOut()).containsExactly("p/.git", "p/build", "p/node_modules", "p/target");
    assertThat(names(find("p/target"))).containsExactly("p/target/generated/B.java");
    assertThat(names(find("p", "p/build"))).containsExactly("p/build/D.java", "p/src/A.java");
  }

  @Test
  void whatIsExcludedIsNamed() throws Exception {
    write("p/src/A.java");
    write("p/gen/B.java");
    write("p/src/deep/BGen.java");
    Excludes excludes = new Excludes(folder, List.of(Glob.of("p/gen"), Glob.of("*Gen.java")));
    Found found = SourceFinder.find(List.of(Path.of("p")), folder, excludes);
    assertThat(names(found)).containsExactly("p/src/A.java");
    assertThat(found.excluded()).containsExactly("p/gen", "p/src/deep/BGen.java");
  }

  @Test
  void aMissingPathIsAUsageErrorThatNamesIt() {
    assertThatThrownBy(() -> find("nowhere"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("no such file or folder", "\"nowhere\"", folder.toString());
  }

  @Test
  void aPathThatIsNoJavaFileIsAUsageError() throws Exception {
    write("notes.txt");
    assertThatThrownBy(() -> find("notes.txt"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is not a Java file");
  }

  @Test
  void aVeryDeepTreeIsWalked() throws Exception {
    Path deep = folder;
    for (int level = 0; level < 200; level++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("A.java"), "class A {}");
    assertThat(names(find("d"))).singleElement().asString().endsWith("d/d/A.java");
  }

  private static List<String> names(Found found) {
    return found.files().stream().map(FoundFile::name).toList();
  }

  private Found find(String... paths) throws UsageException {
    return find(folder, paths);
  }

  private static Found find(Path start, String... paths) throws UsageException {
    return SourceFinder.find(
        Arrays.stream(paths).map(Path::of).toList(), start, Excludes.none(start));
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "class A {}");
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(folder.resolve(name), Path.of(target));
  }
}
