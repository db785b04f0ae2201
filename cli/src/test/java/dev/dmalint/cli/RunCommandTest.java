package dev.dmalint.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.cli.Console.Run;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drivers that are compiled here, and the Thunderbolt sample, run by the command. */
final class RunCommandTest {
  private static final String CARD = "dev.dmalint.samples.thunderbolt.broken.CaptureCard";
  private static final String DEVICE = "--device=1b2e:c4a7";

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void find() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void theThunderboltCardWorksWithoutVtd() throws Exception {
    Run run = run(CARD, place(CARD), "--platform", "P4", DEVICE);
    assertThat(run.out()).contains("== P4/ram-high", "works: nothing went wrong");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("your own code");
  }

  @Test
  void withVtdItsFaultIsToldWithDeviceReasonAndAddress() throws Exception {
    Run run = run(CARD, place(CARD), "--world", "P1/ram-high", DEVICE);
    assertThat(run.code()).isOne();
    assertThat(run.out())
        .containsPattern("fault: device 01:00\\.0 reason 0x06 R:0x[0-9a-f]+: the device may not");
  }

  @Test
  void theSameRunGivesTheSameBytes() throws Exception {
    String first = run(CARD, place(CARD), "--platform=P1", "--trace").out();
    for (int i = 0; i < 19; i++) {
      assertThat(run(CARD, place(CARD), "--platform=P1", "--trace").out()).isEqualTo(first);
    }
  }

  @Test
  void aReportIsJson() throws Exception {
    Run run = run(CARD, place(CARD), "--world=P1/ram-high", "--trace", "--report=json=run.json");
    assertThat(run.out()).isEmpty();
    JsonNode read = new JsonMapper().readTree(folder.resolve("run.json").toFile());
    JsonNode one = read.path("runs").get(0);
    assertThat(read.path("clean").booleanValue()).isFalse();
    assertThat(one.path("result").stringValue()).isEqualTo("faults");
    assertThat(one.path("faults").get(0).path("reason").intValue()).isEqualTo(6);
    assertThat(one.path("trace").size()).isGreaterThan(2000);
  }

  @Test
  void aPortThatTheDriverBringsAlongDoesNoHarm() throws Exception {
    String both = place(CARD) + File.pathSeparator + place("dev.dmalint.iokit.IOService");
    assertThat(run(CARD, both, "--platform=P4", DEVICE).code()).isZero();
  }

  @Test
  void theDeviceIsThatOfTheInfoPlistBesideTheClass() throws Exception {
    compile("Mine", "");
    Files.writeString(
        folder.resolve("Info.plist"),
        """
        <plist version="1.0"><dict><key>IOKitPersonalities</key><dict><key>x</key><dict>
        <key>IOClass</key><string>Mine</string>
        <key>IOPCIMatch</key><string>0x10d38086</string>
        </dict></dict></dict></plist>
        """);
    assertThat(run("Mine", ".", "--platform=P4").out()).contains("8086:10d3 (Info.plist)");
  }

  @Test
  void theDeviceIsThatOfTheAnnotation() throws Exception {
    compile("@Personality(pciMatch = \"0x10d38086\")", "Mine", "");
    assertThat(run("Mine", ".", "--platform=P4").out()).contains("8086:10d3 (@Personality)");
  }

  @Test
  void whatTheDriverPrintsIsNoReport() throws Exception {
    compile("Mine", "System.out.println(\"printed\");");
    Run run = run("Mine", ".", "--platform=P4");
    assertThat(run.err()).contains("printed");
    assertThat(run.out()).doesNotContain("printed");
  }

  @Test
  void whatADriverLogsCannotSteerTheTerminal() throws Exception {
    compile("Mine", "IOLib.IOLog(\"\\u001b[31m\");");
    assertThat(run("Mine", ".", "--platform=P4").out()).doesNotContain("\u001b");
  }

  @Test
  void aDriverThatEndsBadlyIsToldWithThePlace() throws Exception {
    compile("Thrower", "throw new IllegalStateException(\"no such thing\");");
    wrong("Thrower", "panics: the driver threw", "no such thing", "Thrower.java:");
    compile("Refuser", "if (provider != null) return false;");
    wrong("Refuser", "refuses: start returned false");
    compile("Deep", "start(provider);");
    wrong("Deep", "panics: the stack overflows", "Deep.start");
    compile(
        "Greedy",
        "java.util.List<long[]> all = new java.util.ArrayList<>();"
            + " while (true) all.add(new long[Integer.MAX_VALUE - 8]);");
    wrong("Greedy", "panics: the driver takes more memory than the JVM has");
    compile("Caller", "while (true) IOLib.IODelay(1);");
    wrong("Caller", "hangs: the driver was stopped after 1000000 calls", "Caller.start");
    compile(
        "Undone",
        "provider.release(); provider.release(); provider.release();"
            + " ((IOPCIDevice) null).setBusLeadEnable(true);");
    wrong("Undone", "panics: ");
  }

  @Test
  void aDriverThatLoopsIsStoppedWhereItIs() throws Exception {
    compile("Looper", "for (long i = 0; ; i++) if (i < 0) break;");
    Run run = process("Looper", "--timeout=1");
    assertThat(run.code()).isOne();
    assertThat(run.out()).contains("hangs: the driver was stopped after 1 seconds", "Looper.start");
  }

  @Test
  void aDriverThatEndsTheProcessDoesNotLookLikeOneThatWorks() throws Exception {
    compile("Quitter", "System.exit(0);");
    Run run = process("Quitter");
    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("the driver called System.exit");
  }

  @Test
  void whatCannotBeRunIsRefusedWithWhatToDo() throws Exception {
    compile("Mine", "");
    refused(run("Mine", ".", "--platform=P99"), "unknown platform \"P99\"; did you mean \"P9\"?");
    refused(run("Mine", ".", "--world=P1/ram-hig"), "did you mean \"P1/ram-high\"?");
    refused(run("Mine", "."), "no platform is given");
    refused(run("Mine", ".", "--platform=P1", "--seed=x"), "--seed: \"x\" is no number");
    refused(run("Mine", ".", "--platform=P1", "--timeout=0"), "--timeout: a number from 1");
    refused(run("Mine", ".", "--platform=P1", "--device=nvm"), "did you mean \"nvme\"?");
    refused(run("Mine", "nowhere.jar", "--platform=P1"), "\"nowhere.jar\"");
    refused(run("Mine", ".", "--platform=P1", "--report=sarif"), "text or json");
    refused(run("Nine", ".", "--platform=P1"), "no class \"Nine\" on the class path");
    refused(run("java.lang.String", ".", "--platform=P1"), "is no driver");
  }

  @Test
  void aClassThatIsNoDriverIsRefused() throws Exception {
    source("Abstract", "import dev.dmalint.iokit.*; abstract class Abstract extends IOService {}");
    refused(run("Abstract", ".", "--platform=P1"), "is abstract");
    source(
        "Needy", "import dev.dmalint.iokit.*; class Needy extends IOService { Needy(int i) {} }");
    refused(run("Needy", ".", "--platform=P1"), "no constructor without parameters");
  }

  @Test
  void aClassOfANewerJavaIsRefused() throws Exception {
    compile("Mine", "");
    byte[] bytes = Files.readAllBytes(folder.resolve("Mine.class"));
    bytes[7] = 99;
    Files.write(folder.resolve("Mine.class"), bytes);
    refused(run("Mine", ".", "--platform=P1"), "compiled for Java 55", "--release");
  }

  @Test
  void aMissingDependencyIsNamed() throws Exception {
    source("Other", "class Other { static int one() { return 1; } }");
    compile("Mine", "Other.one();");
    Files.delete(folder.resolve("Other.class"));
    refused(run("Mine", ".", "--platform=P1"), "needs Other, which is not on the class path");
  }

  private void wrong(String driver, String... messages) throws IOException {
    Run run = run(driver, ".", "--world=P4/ram-high");
    assertThat(run.out()).contains(messages);
    assertThat(run.code()).isOne();
  }

  private static void refused(Run run, String... messages) {
    assertThat(run.code()).as(run.out()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(messages).doesNotContain("\tat ", "    at ");
  }

  private Run run(String driver, String classPath, String... more) throws IOException {
    return new Console(folder).run(arguments(driver, classPath, more).toArray(String[]::new));
  }

  private static List<String> arguments(String driver, String classPath, String... more) {
    List<String> arguments = new ArrayList<>(List.of("run", driver, "--classpath", classPath));
    arguments.addAll(List.of(more));
    return arguments;
  }

  /** The command in a JVM of its own. */
  private Run process(String driver, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(arguments(driver, ".", more));
    command.add("--world=P4/ram-high");
    Path out = temporary.resolve("out.txt");
    Path err = temporary.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private void compile(String name, String body) throws IOException {
    compile("", name, body);
  }

  /** A driver whose start does something; the loop it may hold must not be the end of it. */
  private void compile(String annotation, String name, String body) throws IOException {
    source(
        name,
        """
        import dev.dmalint.iokit.*;

        %s
        public class %s extends IOService {
          @Override
          public boolean start(IOService provider) {
            if (provider != null) { %s }
            return true;
          }
        }
        """
            .formatted(annotation, name, body));
  }

  private void source(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), text);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "--release",
                "17",
                "-cp",
                folder + File.pathSeparator + place("dev.dmalint.iokit.IOService"),
                "-d",
                folder.toString(),
                file.toString());
    assertThat(failed).isZero();
  }

  /** {@return the jar or folder that a class of the test's class path is in} */
  private static String place(String name) {
    String file = name.replace('.', '/') + ".class";
    URL url = RunCommandTest.class.getClassLoader().getResource(file);
    String text = String.valueOf(url);
    String container = text.substring(0, text.length() - file.length());
    if (container.startsWith("jar:")) {
      container = container.substring("jar:".length(), container.length() - "!/".length());
    }
    return Path.of(URI.create(container)).toString();
  }
}
