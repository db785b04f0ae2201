package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.Instruction.InstanceOf;
import dev.dmalint.analyzer.ir.Instruction.Unlowered;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.findings.Gap;
import org.junit.jupiter.api.Test;

/** Syntax of Java 18 to 25: lowered where it maps onto what is there, else a gap with its line. */
final class LaterSyntaxTest {
  private static Lowered lower(String text) {
    Lowered lowered = Sources.of("A.java", text).lower();
    assertThat(IrVerifier.faults(lowered.program())).isEmpty();
    return lowered;
  }

  private static Lowered lowerWhole(String text) {
    Lowered lowered = lower(text);
    assertThat(lowered.gaps()).isEmpty();
    assertThat(Sources.steps(lowered, Unlowered.class)).isEmpty();
    return lowered;
  }

  @Test
  void recordPatternsCallTheAccessors() {
    Lowered lowered =
        lowerWhole(
            "class A { record P(Object a, int b) {} int f(Object o) {"
                + " return o instanceof P(P(var x, int y), int z) && y > z ? z : 0; } }");
    Method method = Sources.method(lowered, "A", "f");
    assertThat(Sources.steps(method, InstanceOf.class)).hasSize(2);
    assertThat(Sources.steps(method, Call.class))
        .extracting(call -> call.callee().name())
        .containsExactly("a", "a", "b", "b");
  }

  @Test
  void aSwitchOverPatternsIsAChainOfTests() {
    Lowered lowered =
        lowerWhole(
            "class A { sealed interface S permits X, Y {} record X(int v) implements S {} record"
                + " Y(String s) implements S {} int f(S s) { return switch (s) { case X(int v) when"
                + " v > 3 -> v; case X x -> 1; case Y(_) -> 2; }; } int g(Object o) { return switch"
                + " (o) { case null -> 0; case String t when t.isEmpty() -> 1; case Integer i -> i;"
                + " default -> 9; }; } }");
    assertThat(Sources.steps(Sources.method(lowered, "A", "f"), InstanceOf.class)).hasSize(3);
    assertThat(Sources.steps(Sources.method(lowered, "A", "g"), InstanceOf.class)).hasSize(2);
  }

  @Test
  void unnamedVariablesAreEvaluated() {
    Lowered lowered =
        lowerWhole(
            "class A { int f(int[] a) { for (var _ : a) { try { f(a); }"
                + " catch (RuntimeException _) { f(null); } }"
                + " java.util.function.IntUnaryOperator k = _ -> 1; var _ = k.applyAsInt(2);"
                + " return 0; } }");
    assertThat(Sources.steps(Sources.method(lowered, "A", "f"), Call.class)).hasSize(3);
  }

  @Test
  void statementsBeforeTheConstructorCallComeFirst() {
    Lowered lowered =
        lowerWhole(
            "class B { B(int x) {} } class A extends B { final int q; int r = 1; A(int x) {"
                + " if (x < 0) throw new IllegalArgumentException(); q = x; super(x + 1); } }");
    Method constructor = Sources.method(lowered, "A", "<init>");
    assertThat(Sources.steps(constructor, FieldStore.class))
        .extracting(store -> store.field().name())
        .containsExactly("q", "r");
  }

  @Test
  void aFileWithoutAClassIsAClassOfItsName() {
    Lowered lowered =
        lowerWhole("int n = 3; void main() { twice(n); } int twice(int v) { return v * 2; }");
    assertThat(Sources.call(lowered, "twice").receiver()).isPresent();
  }

  @Test
  void whatAModuleImportBringsIsAGapWithItsLine() {
    Lowered lowered = lower("import module java.base;\nclass A {\n  List<String> l;\n}\n");
    assertThat(lowered.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Gap.Kind.MISSING_TYPE);
              assertThat(gap.line()).isEqualTo(3);
            });
  }

  @Test
  void aPatternOfAPrimitiveTypeIsAGapWithItsLine() {
    Lowered lowered =
        lower("class A {\n  int f(Object o) {\n    return o instanceof int i ? i : 0;\n  }\n}\n");
    assertThat(Sources.steps(lowered, Unlowered.class)).hasSize(1);
    assertThat(lowered.gaps())
        .anySatisfy(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Gap.Kind.NOT_LOWERED);
              assertThat(gap.line()).isEqualTo(3);
            });
  }

  @Test
  void aStringTemplateIsAGapWithItsLine() {
    Lowered lowered =
        lower("class A {\n  String f(int n) {\n    return STR.\"a \\{n}\";\n  }\n}\n");
    assertThat(lowered.gaps())
        .anySatisfy(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Gap.Kind.SYNTAX);
              assertThat(gap.line()).isEqualTo(3);
            });
  }
}
