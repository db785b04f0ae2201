package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.ir.Instruction.Unlowered;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.findings.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page that says which constructs are lowered comes from lowering them; {@code -Dgolden=update}
 * rewrites it. Where there are programs that the interpreter runs, their text tells which of the
 * constructs one of them executes.
 */
final class CoveragePageTest {
  private static final Path PAGE = Path.of("../../docs/java-coverage.md");
  private static final Path PROGRAMS = Path.of("../../replay/src/test/resources/programs");

  private static final String HEAD =
      """
      # Java, construct by construct

      What the front end makes of each construct, by lowering an example of it. *Executed* says whether a program that the
      interpreter runs beside the compiled one holds the construct. A gap is reported in every scan with its file and line.

      This page is generated; after a change:
      `mvn -pl analyzer/analysis -am test -Dtest=CoveragePageTest -Dgolden=update -Dsurefire.failIfNoSpecifiedTests=false`

      | since | construct | lowered | executed | known gaps |
      |---|---|---|---|---|
      """;

  /**
   * A construct.
   *
   * @param since the language level that has it
   * @param name what the page calls it
   * @param mark a regular expression that programs with the construct match
   * @param example a file
   */
  private record Construct(int since, String name, String mark, String example) {}

  private static Construct members(int since, String name, String mark, String members) {
    return new Construct(since, name, mark, "class A { " + members + " }");
  }

  private static Construct code(int since, String name, String mark, String code) {
    return members(since, name, mark, "Object f(int n, Object o, int[] a) { " + code + " }");
  }

  private static List<Construct> types() {
    return List.of(
        members(
            17,
            "nested and inner classes",
            "\\.new \\w+\\(",
            "class In {} In f() { return this.new In(); }"),
        members(
            17,
            "named `this` and `super`",
            "\\w+\\.this\\b",
            "class In { A f() { return A.this; } }"),
        code(
            17,
            "local classes that capture",
            "\\{\\s+class \\w+",
            "class L { int m() { return n; } } return new L().m();"),
        code(
            17,
            "anonymous classes with arguments",
            "new \\w+(<.*>)?\\(.*\\) \\{",
            "return new Thread(\"t\") { int q = n; };"),
        members(
            17,
            "generic classes and methods, bridges",
            "class \\w+<",
            "static class G<T> implements Comparable<G<T>> { T t; public int compareTo(G<T> o) {"
                + " return 0; } }"),
        members(
            17,
            "interfaces: default, static, private, fields",
            "\\bdefault \\w+ \\w+\\(",
            "interface I { int K = 3; default int d() { return p(); } private int p() { return K; }"
                + " static int s() { return 1; } }"),
        members(
            17,
            "records",
            "\\brecord \\w+\\(",
            "record R(int a, String... b) { R { a++; } static int n; }"),
        members(
            17,
            "enums with bodies",
            "\\benum \\w+",
            "enum E { X { int v() { return 1; } }, Y(2); final int q; E() { this(9); } E(int q) {"
                + " this.q = q; } int v() { return q; } }"),
        members(
            17,
            "sealed types",
            "\\bsealed ",
            "sealed interface S permits T {} record T() implements S {}"),
        members(
            17,
            "initialisers, static and of instances",
            "static \\{",
            "static int k; static { k = 2; } int v = k; { v++; }"),
        members(
            17,
            "constructors that call others",
            "\\b(this|super)\\(\\w",
            "A() { this(1); } A(int n) { super(); }"),
        members(
            17,
            "variable arguments",
            "\\.\\.\\. ",
            "static void v(Object... os) {} void f(String[] s) { v(); v(1, null); v((Object) s);"
                + " }"));
  }

  private static List<Construct> statements() {
    return List.of(
        code(
            17,
            "loops and labels",
            "(break|continue) \\w+;",
            "out: for (int i = 0; ; i++) { do { if (i > n) break out; else continue out; } while"
                + " (true); } return 1;"),
        code(
            17,
            "`for` over arrays and iterables",
            "for \\(\\w+ \\w+ :",
            "int s = 0; for (int e : a) s += e; for (Integer e : java.util.List.of(1)) s += e;"
                + " return s;"),
        code(
            17,
            "`switch` with fall-through",
            "case \\w+:",
            "switch (n) { case 1: n++; case 2: break; default: n--; } return n;"),
        code(
            17,
            "`switch` on strings and enums",
            "case \"",
            "switch (\"\" + n) { case \"a\": return 1; default: } switch"
                + " (Thread.currentThread().getState()) { case NEW: return 2; default: return 3;"
                + " }"),
        code(
            17,
            "`switch` with arrows and `yield`",
            "yield ",
            "return switch (n) { case 1, 2 -> 3; case 4 -> { yield 5; } default -> throw new"
                + " IllegalStateException(); };"),
        code(
            17,
            "`try`, `catch`, `finally`",
            "finally",
            "try { return n / 0; } catch (ArithmeticException | IllegalStateException e) { throw e;"
                + " } finally { n++; }"),
        code(
            17,
            "`try` with resources",
            "try \\(",
            "try (java.io.StringReader r = new java.io.StringReader(\"\")) { return r.read(); }"
                + " catch (java.io.IOException e) { return e; }"),
        members(
            17,
            "`synchronized`",
            "synchronized",
            "synchronized void f() { synchronized (this) { f(); } }"),
        code(17, "`assert`", "\\bassert ", "assert n > 0 : n; return n;"));
  }

  private static List<Construct> expressions() {
    return List.of(
        code(17, "lambdas", "->", "java.util.function.IntUnaryOperator k = x -> x + n; return k;"),
        code(
            17,
            "method references of all kinds",
            "::",
            "java.util.function.Function<String, Integer> p = Integer::valueOf, q = String::length;"
                + " Runnable r = this::toString; java.util.function.IntFunction<int[]> m ="
                + " int[]::new; java.util.function.Supplier<A> s = A::new; return p;"),
        code(
            17,
            "`instanceof` with a pattern",
            "instanceof \\w+ \\w+",
            "if (!(o instanceof String s)) return 0; return s.length();"),
        code(
            17,
            "boxing and unboxing",
            "Integer \\w+ =",
            "Integer i = n; i++; long l = i; return i == n;"),
        code(
            17,
            "compound assignment with casts",
            "[-+*/%&|^]=",
            "byte b = 1; b += n; a[n++] <<= 2; char c = 'a'; c++; return b;"),
        code(
            17,
            "whole numbers and floats",
            "\\d\\.\\d",
            "double d = n / 3 * 1.5f; return (int) d >>> 3 ^ ~n % 7;"),
        code(
            17,
            "string concatenation",
            "\" \\+|\\+ \"",
            "String s = \"a\" + 'b' + n + null; s += 1.5; return s;"),
        code(17, "text blocks", "\"\"\"", "return \"\"\"\n  a\n  \"\"\";"),
        code(
            17,
            "arrays of arrays, initialisers",
            "\\[\\]\\[\\]",
            "int[][] x = {{1}, {}, new int[2]}; int[][][] y = new int[2][n][]; return x[0][0] +"
                + " y.length;"),
        code(17, "conditional expressions", " \\? ", "return n > 0 ? 1 : n < 0 ? 'c' : 2.0;"),
        code(
            17,
            "casts, also to intersections",
            "\\(\\w+ & ",
            "return (Runnable & java.io.Serializable) () -> {};"),
        code(
            17,
            "assignments inside expressions",
            "\\w = \\w+ = ",
            "int x, y; x = y = n; return x + (y = 3) + y;"));
  }

  private static List<Construct> later() {
    return List.of(
        members(
            21,
            "record patterns",
            "case \\w+\\(|instanceof \\w+\\(",
            "record P(int x) {} int f(Object o) { return o instanceof P(int x) ? x : 0; }"),
        code(
            21,
            "`switch` over patterns",
            "case \\w+ \\w+ (->|when)",
            "return switch (o) { case null -> 0; case String s when s.isEmpty() -> 1; case Integer"
                + " i -> i; default -> 2; };"),
        code(
            22,
            "unnamed variables and patterns",
            "\\b_\\b",
            "for (int _ : a) n++; return o instanceof String _ ? n : 0;"),
        code(22, "string templates (previews of 21 and 22)", "STR\\.", "return STR.\"\\{n}\";"),
        code(
            25,
            "patterns of primitive types (preview)",
            "instanceof int ",
            "return o instanceof int i ? i : 0;"),
        members(
            25,
            "statements before `super`",
            "(?!)",
            "A(int n) { if (n < 0) throw new Error(); super(); }"),
        new Construct(
            25,
            "module imports",
            "import module",
            "import module java.base; class A { List<String> l; }"),
        new Construct(25, "files without a class", "(?!)", "void main() { main(); }"));
  }

  private static List<Construct> all() {
    List<Construct> all = new ArrayList<>(types());
    all.addAll(statements());
    all.addAll(expressions());
    all.addAll(later());
    return all;
  }

  private static String row(Construct construct, List<String> programs) {
    Lowered lowered = Sources.of("A.java", construct.example()).lower();
    assertThat(IrVerifier.faults(lowered.program())).as(construct.name()).isEmpty();
    boolean isWhole = lowered.gaps().isEmpty() && Sources.steps(lowered, Unlowered.class).isEmpty();
    assertThat(isWhole || construct.since() > 17).as(construct.name()).isTrue();
    Pattern mark = Pattern.compile(construct.mark());
    boolean isExecuted = programs.stream().anyMatch(text -> mark.matcher(text).find());
    String gaps =
        lowered.gaps().stream()
            .map(Gap::message)
            .map(message -> message.replace("|", "\\|"))
            .collect(Collectors.joining("; "));
    return "| %d | %s | %s | %s | %s |%n"
        .formatted(
            construct.since(),
            construct.name(),
            isWhole ? "yes" : "no",
            isExecuted ? "yes" : "no",
            gaps)
        .replace(System.lineSeparator(), "\n");
  }

  private static List<String> programs() throws IOException {
    if (!Files.isDirectory(PROGRAMS)) {
      return List.of();
    }
    return Sources.below(PROGRAMS).files().stream().map(file -> file.text()).toList();
  }

  @Test
  void thePageSaysWhatIsLowered() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    List<String> programs = programs();
    all().forEach(construct -> page.append(row(construct, programs)));
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/java-coverage.md; -Dgolden=update rewrites it")
        .isEqualTo(page.toString());
  }
}
