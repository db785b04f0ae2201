package dev.dmalint.conventions.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dmalint} promises before the JVM starts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "dmalint.cmd is the launcher there")
final class LauncherTest {
  @TempDir Path folder;

  private Checkout checkout;

  @BeforeEach
  void makeACheckout() throws IOException {
    checkout = Checkout.in(folder);
  }

  @Test
  void theFirstUseBuildsAndSaysSoOnStandardErrorOnly() throws Exception {
    var run = checkout.run("--version");
    assertThat(run.exit()).isZero();
    assertThat(run.err().lines()).singleElement().asString().contains("building for the first use");
    assertThat(run.out()).contains("<--version>").doesNotContain("this goes to the log");
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void theSecondUseStartsAtOnceAndSaysNothing() throws Exception {
    checkout.run();
    var run = checkout.run();
    assertThat(run.err()).isEmpty();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void aNewerSourceIsBuiltAgain() throws Exception {
    checkout.run();
    checkout.age();
    checkout.write("cli/src/main/java/Main.java", "class Main { int changed; }");
    var run = checkout.run();
    assertThat(run.err()).contains("sources are newer");
    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void aDeletedSourceIsBuiltAgain() throws Exception {
    Path second = checkout.write("cli/src/main/java/Second.java", "class Second {}");
    checkout.run();
    checkout.age();
    Files.delete(second);
    checkout.run();
    assertThat(checkout.builds()).hasSize(2);
  }

  @Test
  void aNewerTestOrSampleIsNoReasonToBuild() throws Exception {
    checkout.write("cli/src/test/java/MainTest.java", "");
    checkout.write("sample-drivers/src/main/java/Driver.java", "");
    checkout.run();
    checkout.age();
    checkout.write("cli/src/test/java/MainTest.java", "class MainTest {}");
    checkout.write("sample-drivers/src/main/java/Driver.java", "class Driver {}");
    checkout.run();
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void aDistributionThatTheWholeBuildMadeIsUsedAsItIs() throws Exception {
    checkout.write("cli/target/dist/dmalint.jar", "jar");
    var run = checkout.run();
    assertThat(run.exit()).isZero();
    assertThat(checkout.builds()).isEmpty();
  }

  @Test
  void argumentsArriveUnchangedAndTheFolderStaysTheCallers() throws Exception {
    checkout.run();
    Path elsewhere = Files.createDirectories(checkout.base().resolve("else where"));
    var run =
        checkout
            .start(Map.of(), elsewhere, checkout.launcher(), "scan", "my driver/*.java", "", "$x")
            .end();
    assertThat(run.out())
        .contains("in " + elsewhere)
        .endsWith("<scan>\n<my driver/*.java>\n<>\n<$x>\n")
        .contains("<" + checkout.jar() + ">");
  }

  @Test
  void symbolicLinksLeadToTheCheckout() throws Exception {
    Path near = checkout.base().resolve("near");
    Files.createSymbolicLink(near, Path.of("a check out/dmalint"));
    Path far = Files.createDirectories(checkout.base().resolve("bin")).resolve("far");
    Files.createSymbolicLink(far, Path.of("../near"));
    var run = checkout.start(Map.of(), checkout.base(), far).end();
    assertThat(run.out()).contains("<" + checkout.jar() + ">");
  }

  @Test
  void theExitCodeIsTheTools() throws Exception {
    assertThat(checkout.run(Map.of("JAVA_EXIT", "3")).exit()).isEqualTo(3);
  }

  @Test
  void moreOptionsReachTheJvmBeforeTheJar() throws Exception {
    var run = checkout.run(Map.of("DMALINT_JAVA_OPTS", "-Xmx1g -Dpattern=*"));
    assertThat(run.out()).containsSubsequence("<-Xmx1g>", "<-Dpattern=*>", "<-jar>");
  }

  @Test
  void theArchiveOfLoadedClassesIsForTheJavaThatMadeIt() throws Exception {
    String option =
        "<-XX:SharedArchiveFile=" + checkout.jar().resolveSibling("dmalint-17.0.15.jsa");
    assertThat(checkout.run().out()).contains(option);
    checkout.javaVersion("25.0.3");
    assertThat(checkout.run().out()).doesNotContain("SharedArchiveFile");
    assertThat(checkout.builds()).hasSize(1);
  }

  @Test
  void aFailedBuildShowsTheEndOfItsLogAndExitsWith4() throws Exception {
    var run = checkout.run(Map.of("MAVEN_FAILS", "yes"));
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("the build failed").contains("Broken.java:1: not Java");
    assertThat(checkout.lock()).doesNotExist();
    assertThat(checkout.run().exit()).as("the next try").isZero();
  }

  @Test
  void aMissingMavenIsNamed() throws Exception {
    var run = checkout.run(Map.of("PATH", checkout.base().resolve("tools").toString()));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("no mvn on PATH");
  }

  @Test
  void anOldJavaIsRefusedByName() throws Exception {
    checkout.javaVersion("1.8.0_402");
    var run = checkout.run();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is Java 1.8.0_402").contains("17 or later");
    assertThat(checkout.builds()).isEmpty();
  }

  @Test
  void aNewerJavaAndAnEarlyAccessOneAreWelcome() throws Exception {
    checkout.javaVersion("25.0.3");
    assertThat(checkout.run().exit()).isZero();
    checkout.javaVersion("27-ea");
    assertThat(checkout.run().exit()).isZero();
  }

  @Test
  void aJavaHomeWithoutAJavaIsNamed() throws Exception {
    var run = checkout.run(Map.of("JAVA_HOME", "/nowhere"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("'/nowhere'");
  }

  @Test
  void ofTwoFirstUsesOneBuildsAndTheOtherWaits() throws Exception {
    var slow = Map.of("MAVEN_SLEEP", "2");
    var first = checkout.start(slow, checkout.root(), checkout.launcher());
    var second = checkout.start(slow, checkout.root(), checkout.launcher());
    var runs = new Checkout.Run[] {first.end(), second.end()};
    assertThat(runs).allSatisfy(run -> assertThat(run.exit()).isZero());
    assertThat(runs[0].err() + runs[1].err()).containsOnlyOnce("waiting for it");
    assertThat(checkout.builds()).hasSize(1);
    assertThat(checkout.lock()).doesNotExist();
  }

  @Test
  void theLockOfADeadProcessIsTakenAway() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    var name = new ProcessBuilder("uname", "-n").start();
    String here = new String(name.getInputStream().readAllBytes(), UTF_8);
    checkout.write("target/launcher/lock/holder", dead.pid() + " " + here);
    var run = checkout.run();
    assertThat(run.exit()).isZero();
    assertThat(checkout.lock()).doesNotExist();
  }

  @Test
  void aBuildThatIsStoppedTakesItsMavenAndItsLockWithIt() throws Exception {
    var started = checkout.start(Map.of("MAVEN_SLEEP", "50"), checkout.root(), checkout.launcher());
    while (checkout.builds().isEmpty()) {
      Thread.sleep(20);
    }
    started.process().destroy();
    assertThat(started.end().exit()).isEqualTo(143);
    assertThat(checkout.lock()).doesNotExist();
    long maven = Long.parseLong(checkout.builds().get(0).split(" ", 2)[0]);
    assertThat(ProcessHandle.of(maven).map(ProcessHandle::isAlive)).isNotEqualTo(true);
  }

  @Test
  void anOlderBuildStartsWhereNothingCanBeWritten() throws Exception {
    checkout.run();
    checkout.age();
    checkout.write("pom.xml", "<project>newer</project>");
    Files.move(checkout.root().resolve("target/launcher"), checkout.base().resolve("moved"));
    checkout.write("target/launcher", "a file where the launcher wants a folder");
    var run = checkout.run();
    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("starting the older build");
  }

  @Test
  void anInstalledDistributionNeedsNoCheckout() throws Exception {
    Path installed = Files.createDirectories(checkout.base().resolve("installed"));
    Path script = Files.copy(checkout.launcher(), installed.resolve("dmalint"));
    Files.writeString(installed.resolve("dmalint.jar"), "jar");
    var run = checkout.start(Map.of("PATH", "/nowhere"), installed, script, "rules").end();
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("<" + installed.resolve("dmalint.jar") + ">");
  }
}
