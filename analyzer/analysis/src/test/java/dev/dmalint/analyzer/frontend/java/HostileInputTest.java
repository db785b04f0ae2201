package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.findings.Gap;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to break a parser: each ends in time, and the file beside it is unharmed. */
final class HostileInputTest {
  private static final int SECONDS_PER_FILE = 20;
  private static final String GOOD =
      "class Good { int f(int n) { return n == 0 ? 1 : f(n - 1); } }";

  private static Lowered lower(String hostile) {
    Lowered lowered =
        assertTimeoutPreemptively(
            Duration.ofMinutes(2),
            () ->
                new JavaFrontend()
                    .lower(
                        Sources.of("A.java", hostile).and("Good.java", GOOD).files(),
                        new FrontendOptions(List.of(), 1, SECONDS_PER_FILE)));
    assertThat(lowered.files()).containsEntry("Good.java", FileState.PARSED);
    assertThat(Sources.steps(Sources.method(lowered, "Good", "f"), Call.class)).hasSize(1);
    assertThat(IrVerifier.faults(lowered.program())).isEmpty();
    if (lowered.files().get("A.java") != FileState.PARSED) {
      assertThat(lowered.gaps()).anySatisfy(gap -> assertThat(gap.file()).isEqualTo("A.java"));
    }
    return lowered;
  }

  static Stream<Arguments> quick() {
    return Stream.of(
        Arguments.of("lexical garbage", "class A { void f() { @@ ## f(); } }"),
        Arguments.of("NUL in code", "class A { void f() { \0 f(); } }"),
        Arguments.of("a bad escape", "class A { char c = '\\u00zz'; void f() {} }"),
        Arguments.of("an open comment", "class A { void f() {} /* "),
        Arguments.of("an open string", "class A { String s = \"abc; void f() {} }"),
        Arguments.of("an open text block", "class A { String s = \"\"\"\n abc; void f() {} }"),
        Arguments.of("a missing brace", "class A { void f() { if (true) { f(); } void g() {} }"),
        Arguments.of("a Ctrl-Z at the end", "class A { void f() {} }\u001a"),
        Arguments.of("inheritance from itself", "class A extends A { void f() { f(); } }"),
        Arguments.of("a cycle of classes", "class A extends B {} class B extends A {}"),
        Arguments.of("a cycle of interfaces", "interface A extends B {} interface B extends A {}"),
        Arguments.of("two methods alike", "class A { void f() {} void f() { f(); } }"),
        Arguments.of("two fields alike", "class A { int a = 1; long a = 2; }"),
        Arguments.of("two types alike", "class A { class B {} class B {} }"),
        Arguments.of("two variables alike", "class A { void f(int a) { int a = 1; f(a); } }"),
        Arguments.of("statements in a class", "class A { f(); int a; return 1; }"),
        Arguments.of("a method without a class", "void main() { main(); }"),
        Arguments.of("a switch on nothing", "class A { void f() { switch (x) { case Y: f(); } } }"),
        Arguments.of("jumps to nowhere", "class A { void f() { break; continue; break x; } }"),
        Arguments.of("this in a static method", "class A { static void f() { this.g(); } }"),
        Arguments.of("a record without a body", "record A(int a"),
        Arguments.of(
            "wrong pattern", "class A { void f(Object o) { if (o instanceof B(var x)) x.f(); } }"),
        Arguments.of("a parameter of type void", "class A { void f(void v) { f(v); } }"),
        Arguments.of("a huge number", "class A { long n = 99999999999999999999L; }"),
        Arguments.of(
            "1000 parentheses",
            "class A { int f = " + "(".repeat(1000) + 1 + ")".repeat(1000) + "; }"),
        Arguments.of("3000 else-ifs", "class A { void f(int n) { " + elseIfs(3000) + " } }"),
        Arguments.of(
            "3000 calls in a chain",
            "class A { A f() { return this" + ".f()".repeat(3000) + "; } }"),
        Arguments.of(
            "10000 terms", "class A { int f(int a) { return a" + "+a".repeat(10_000) + "; } }"),
        Arguments.of("12 lambdas in each other", nestedLambdas(12)),
        Arguments.of("25 generic calls in each other", nestedCalls(25)),
        Arguments.of("a byte order mark", "\ufeffclass A { void f() { f(); } }"),
        Arguments.of("a NUL in a comment", "class A { /* \0 */ void f() { f(); } // \0\n }"),
        Arguments.of(
            "letters of Latin-1",
            "class A { int \u00e9t\u00e9; int f() { return \u00e9t\u00e9; } }"),
        Arguments.of("halves of letters", "class A { String s = \"\ud800\"; int \ud83d; }"),
        Arguments.of("text in UTF-16 read as bytes", "c\0l\0a\0s\0s\0 \0A\0 \0{\0}\0"),
        Arguments.of("nothing", ""),
        Arguments.of("a comment alone", "/* class A {} */"),
        Arguments.of(
            "a pattern of a primitive type",
            "class A { int f(Object o) { return o instanceof int i ? i : 0; } }"),
        Arguments.of("a main without a class", "void main() { IO.println(1); }"));
  }

  private static String elseIfs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "if (n == " + i + ") f(" + i + ");")
        .collect(Collectors.joining(" else "));
  }

  private static String nestedCalls(int depth) {
    return "class A { <T> T id(T t) { return t; } int f() { return "
        + "id(".repeat(depth)
        + "1"
        + ")".repeat(depth)
        + "; } }";
  }

  private static String nestedLambdas(int depth) {
    return "import java.util.function.*; class A { <T> T c(Supplier<T> s) { return s.get(); } int"
        + " f() { return "
        + "c(() -> ".repeat(depth)
        + "1"
        + ")".repeat(depth)
        + "; } }";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quick")
  void endsAtOnce(String name, String text) {
    assertThat(name).isNotEmpty();
    lower(text);
  }

  static Stream<Arguments> slow() {
    return Stream.of(
        Arguments.of(
            "10000 parentheses",
            "class A { int f = " + "(".repeat(10_000) + 1 + ")".repeat(10_000) + "; }"),
        Arguments.of(
            "10000 unary signs",
            "class A { boolean f(boolean a) { return " + "!".repeat(10_000) + "a; } }"),
        Arguments.of(
            "3000 blocks",
            "class A { void f() { " + "{".repeat(3000) + "f();" + "}".repeat(3000) + " } }"),
        Arguments.of(
            "10000 calls in a chain",
            "class A { A f() { return this" + ".f()".repeat(10_000) + "; } }"),
        Arguments.of("500 classes in each other", nestedClasses(500)),
        Arguments.of("100000 elements", "class A { int[] a = {" + "1,".repeat(100_000) + "1}; }"),
        Arguments.of(
            "100000 statements", "class A { int a; void f() { " + "a++;".repeat(100_000) + " } }"),
        Arguments.of("50000 methods", "class A { " + many(50_000, "void m%d() { m0(); } ") + "}"),
        Arguments.of(
            "20000 variables", "class A { void f() { " + many(20_000, "int v%d = 1; ") + "} }"),
        Arguments.of("10 MB of text", "class A { String s = \"" + "x".repeat(10 << 20) + "\"; }"),
        Arguments.of("10 MB of comment", "/*" + "x".repeat(10 << 20) + "*/ class A {}"),
        Arguments.of("5000 else-ifs", "class A { void f(int n) { " + elseIfs(5000) + " } }"),
        Arguments.of("a million lines", "\n".repeat(1_000_000) + "class A {}"),
        Arguments.of(
            "expansive generics",
            "class N<Z> {} class A<X> extends N<N<? super A<A<X>>>> { N<? super A<Byte>>"
                + " cast(A<Byte> c) { return c; } }"),
        Arguments.of("1 MB of noise", noise(1 << 20)));
  }

  private static String nestedClasses(int depth) {
    return IntStream.range(0, depth)
            .mapToObj(i -> "class A" + (i == 0 ? "" : i) + " { ")
            .collect(Collectors.joining())
        + "}".repeat(depth);
  }

  private static String many(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }

  private static String noise(int bytes) {
    byte[] noise = new byte[bytes];
    new Random(42).nextBytes(noise);
    return new String(noise, StandardCharsets.ISO_8859_1);
  }

  @Tag("full")
  @ParameterizedTest(name = "{0}")
  @MethodSource("slow")
  void endsInTime(String name, String text) {
    assertThat(name).isNotEmpty();
    lower(text);
  }

  @Test
  void aFileThatIsNestedTooDeeplyCostsItselfAlone() {
    String deep =
        "class A { Object o = " + "new Object[]{".repeat(60_000) + "}".repeat(60_000) + "; }";
    Lowered lowered = lower(deep);
    assertThat(lowered.files()).containsEntry("A.java", FileState.FAILED);
    assertThat(lowered.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Gap.Kind.FAILED);
              assertThat(gap.file()).isEqualTo("A.java");
            });
  }

  @Test
  void theCompilerPrintsNothing() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream sink = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(sink);
    System.setErr(sink);
    try {
      quick().forEach(arguments -> lower((String) arguments.get()[1]));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
