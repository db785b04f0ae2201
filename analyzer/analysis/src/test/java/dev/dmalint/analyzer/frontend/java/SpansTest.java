package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.ir.Instruction;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.findings.SourceSpan;
import org.junit.jupiter.api.Test;

/** Each step knows exactly the text it comes from. */
final class SpansTest {
  private static final String TEXT =
      """
      class A {
        long field;
        long[] slots;

        A next(long value) {
          return this;
        }

        void run(int count, Object o) {
          next(1).next(
              2 + count);
          ((next(7)));
          field = count * 3;
          slots[count++] = field;
          A made = (new A());
          String words = "a" + (count - 1);
        }
      }
      """;

  private final Lowered lowered = Sources.of("dir/A.java", TEXT).lower();
  private final Method run = Sources.method(lowered, "A", "run");

  private String under(SourceSpan span) {
    assertThat(span.file()).isEqualTo("dir/A.java");
    return Sources.under(TEXT, span);
  }

  private <T extends Instruction> String at(Class<T> kind, int index) {
    return under(Sources.steps(run, kind).get(index).at());
  }

  @Test
  void aCallRunsFromItsNameToItsParenthesis() {
    assertThat(at(Instruction.Call.class, 0)).isEqualTo("next(1)");
    assertThat(at(Instruction.Call.class, 1)).isEqualTo("next(\n        2 + count)");
    assertThat(at(Instruction.Call.class, 2)).isEqualTo("next(7)");
  }

  @Test
  void aCreationRunsFromNewToItsParenthesis() {
    assertThat(at(Instruction.Allocate.class, 0)).isEqualTo("new A()");
  }

  @Test
  void aStoreIsTheWholeAssignment() {
    assertThat(at(Instruction.FieldStore.class, 0)).isEqualTo("field = count * 3");
    assertThat(at(Instruction.ArrayStore.class, 0)).isEqualTo("slots[count++] = field");
  }

  @Test
  void anOperatorIsTheWholeExpression() {
    assertThat(at(Instruction.Binary.class, 0)).isEqualTo("2 + count");
    assertThat(at(Instruction.Binary.class, 1)).isEqualTo("count * 3");
    assertThat(at(Instruction.Concat.class, 0)).isEqualTo("\"a\" + (count - 1)");
  }

  @Test
  void parametersAndVariablesKeepTheirNames() {
    assertThat(run.locals())
        .extracting(Local::name)
        .contains("this", "count", "o", "made", "words");
  }

  @Test
  void aMethodIsWhereItsNameIs() {
    assertThat(under(run.at())).isEqualTo("run");
  }

  @Test
  void columnsCountUtf16UnitsAndLinesEndWithAnyBreak() {
    String text =
        "class B {\r  String s = \"\uD83D\uDE00\" + hashCode();\r\n  int t = hashCode();\n}";
    Lowered other = Sources.of("B.java", text).lower();
    assertThat(Sources.steps(other, Instruction.Call.class))
        .filteredOn(call -> call.callee().name().equals("hashCode"))
        .extracting(call -> call.at().toString())
        .containsExactly("B.java:2:21", "B.java:3:11");
  }
}
