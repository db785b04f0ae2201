package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.ir.Block;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.Constant;
import dev.dmalint.analyzer.ir.Instruction.FieldLoad;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.IrPrinter;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Terminator;
import org.junit.jupiter.api.Test;

/** What a lowering easily gets wrong in silence: order of evaluation, and which object is meant. */
final class SemanticsTest {
  private static Lowered lower(String text) {
    Lowered lowered = Sources.of("A.java", text).lower();
    assertThat(lowered.gaps()).isEmpty();
    assertThat(IrVerifier.faults(lowered.program())).isEmpty();
    return lowered;
  }

  private static Method method(String text) {
    return Sources.method(lower(text), "A", "f");
  }

  private static String field(Method method, Local local) {
    return Sources.steps(method, FieldLoad.class).stream()
        .filter(step -> step.target().equals(local))
        .map(step -> step.field().name())
        .findFirst()
        .orElse(local.name());
  }

  @Test
  void aFieldIsStoredIntoTheObjectFromBeforeTheValueWasEvaluated() {
    Method method = method("class A { A next; void f(A last) { last.next = last = new A(); } }");
    FieldStore store = Sources.steps(method, FieldStore.class).get(0);
    Local object = store.object().orElseThrow();
    assertThat(object.isTemporary()).isTrue();
    assertThat(method.blocks().get(0).steps().get(0).toString())
        .contains("Copy")
        .contains(object.toString());
  }

  @Test
  void aThrowAloneInATryBlockIsCaught() {
    Method method =
        method(
            "class A { int f(RuntimeException e) { try { throw e; } catch (RuntimeException x) {"
                + " return 1; } } }");
    Block first = method.blocks().get(0);
    assertThat(first.end()).isInstanceOf(Terminator.Throw.class);
    assertThat(first.handlers()).hasSize(1);
  }

  @Test
  void aSwitchOnNullAloneInATryBlockIsCaught() {
    Method method =
        method(
            "class A { int f(String s) { try { switch (s) { case \"a\": return 2; default: } }"
                + " catch (NullPointerException x) { return 1; } return 3; } }");
    Block first = method.blocks().get(0);
    assertThat(first.end()).isInstanceOf(Terminator.Switch.class);
    assertThat(first.handlers()).hasSize(1);
  }

  @Test
  void aConstantChoiceHasTheTypeOfBothArms() {
    Method method = method("class A { Object f() { return true ? 1 : 2.0; } }");
    assertThat(Sources.steps(method, Constant.class))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.value()).isEqualTo(new Literal.Floating(1));
              assertThat(step.target().type().text()).isEqualTo("double");
            });
  }

  @Test
  void aNamedThisIsTheInstanceOfThatClassThoughTheInnerOneExtendsIt() {
    String text = "class A { class Kid extends A { A f() { return A.this; } } }";
    Method method = Sources.method(lower(text), "A$Kid", "f");
    assertThat(Sources.steps(method, FieldLoad.class))
        .singleElement()
        .satisfies(step -> assertThat(step.field().name()).isEqualTo("this$0"));
  }

  @Test
  void aNamedSuperIsThatOfTheNamedClass() {
    String text =
        "class B { int n() { return 1; } } class A extends B { class Kid extends B {"
            + " int f() { return A.super.n(); } } }";
    Method method = Sources.method(lower(text), "A$Kid", "f");
    Local receiver = Sources.steps(method, Call.class).get(0).receiver().orElseThrow();
    assertThat(field(method, receiver)).isEqualTo("this$0");
  }

  @Test
  void theSuperOfAnInterfaceIsThisObject() {
    String text =
        "interface I { default int n() { return new I() { public int n() { return I.super.n(); } }"
            + ".n(); } }";
    Method method = Sources.method(lower(text), "I$1", "n");
    Local receiver = Sources.steps(method, Call.class).get(0).receiver().orElseThrow();
    assertThat(receiver.name()).isEqualTo("this");
  }

  @Test
  void aMissingOuterInstanceIsAskedFor() {
    String text =
        "class A { class In {} Object f(A o) { return o.new In(); } class Sub extends In {"
            + " Sub(A o) { o.super(); } } }";
    Lowered lowered = lower(text);
    assertThat(Sources.steps(Sources.method(lowered, "A", "f"), Call.class))
        .extracting(call -> call.callee().name())
        .containsExactly("requireNonNull", "<init>");
    assertThat(Sources.steps(Sources.method(lowered, "A$Sub", "<init>"), Call.class))
        .extracting(call -> call.callee().name())
        .containsExactly("requireNonNull", "<init>");
  }

  @Test
  void aGenericMethodIsAlsoFoundByItsErasedSignature() {
    String text =
        "class A implements Comparable<A> { public int compareTo(A o) { return 7; } }"
            + " class Up<T> { void put(T t) {} } class Low extends Up<String> {"
            + " @Override void put(String s) {} }"
            + " interface Sink<T> { void take(T t); } class Old { public void take(String s) {} }"
            + " class New extends Old implements Sink<String> {}"
            + " interface Text extends Sink<String> { void take(String s); }";
    Lowered lowered = lower(text);
    assertThat(bridges(lowered, "A"))
        .contains("method compareTo(java.lang.Object): int [public synthetic]")
        .contains("cast o.1 to A")
        .contains("virtual this.0.A#compareTo(A)");
    assertThat(bridges(lowered, "Low")).contains("put(java.lang.Object): void [synthetic]");
    assertThat(bridges(lowered, "New"))
        .contains("take(java.lang.Object): void [public synthetic]")
        .contains("Old#take(java.lang.String)");
    assertThat(bridges(lowered, "Text")).contains("take(java.lang.Object): void [public synth");
    assertThat(bridges(lowered, "Up")).isEmpty();
  }

  private static String bridges(Lowered lowered, String type) {
    StringBuilder text = new StringBuilder();
    for (Method method : Sources.type(lowered, type).methods()) {
      if (method.flags().contains(dev.dmalint.analyzer.ir.Flag.SYNTHETIC)) {
        text.append(IrPrinter.text(method));
      }
    }
    return text.toString();
  }
}
