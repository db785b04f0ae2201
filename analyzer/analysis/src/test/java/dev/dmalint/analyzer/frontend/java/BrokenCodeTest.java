package dev.dmalint.analyzer.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.frontend.FileState;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.ir.Instruction.Call;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.Certainty;
import dev.dmalint.analyzer.ir.Instruction.Closure;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.analyzer.ir.LibraryType;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.Gap;
import org.junit.jupiter.api.Test;

/** Code with types and methods that nothing declares, and code that is wrong. */
final class BrokenCodeTest {
  private static Lowered lower(String body) {
    String text =
        """
        package p;
        import gone.Device;
        import gone.parts.*;
        import static gone.Flags.BUSY;
        class A {
          long field;
          void known(long n) {}
          void known(String s, int i) {}
        %s
        }
        """
            .formatted(body);
    Lowered lowered = Sources.of("p/A.java", text).lower();
    assertThat(IrVerifier.faults(lowered.program())).isEmpty();
    return lowered;
  }

  @Test
  void aCallOnAMissingTypeKeepsItsNameAndArgumentsAndCandidates() {
    Call call = Sources.call(lower("void f(Device d, int n) { d.map(n, \"x\"); }"), "map");
    assertThat(call.certainty()).isEqualTo(Certainty.UNRESOLVED);
    assertThat(call.kind()).isEqualTo(CallKind.VIRTUAL);
    assertThat(call.callee().owner()).isEqualTo(new TypeName("gone.Device"));
    assertThat(call.callee().parameters()).containsExactly(TypeName.INT, TypeName.STRING);
    assertThat(call.candidates()).containsExactly(new TypeName("gone.Device"));
    assertThat(call.receiver()).get().extracting("name").isEqualTo("d");
  }

  @Test
  void anUnimportedTypeMayComeFromThePackageOrAStarImport() {
    Call call = Sources.call(lower("void f() { Port.open(1L); }"), "open");
    assertThat(call.kind()).isEqualTo(CallKind.STATIC);
    assertThat(call.callee().owner()).isEqualTo(new TypeName("Port"));
    assertThat(call.candidates())
        .containsExactly(new TypeName("gone.parts.Port"), new TypeName("p.Port"));
  }

  @Test
  void aRecordOfAMissingTypeIsLowered() {
    Lowered lowered =
        Sources.of(
                "R.java",
                "import java.util.Optional; import gone.Device;"
                    + " record R(Optional<Device> d) { static R NONE = new R(Optional.empty()); }")
            .lower();
    assertThat(lowered.files()).containsEntry("R.java", FileState.PARSED);
    assertThat(Sources.steps(lowered, Call.class))
        .filteredOn(call -> call.callee().owner().text().equals("R"))
        .isNotEmpty();
  }

  @Test
  void nestedTypesHaveBinaryNames() {
    Lowered lowered = lower("void f(Device.Part d, gone.Device.Part.Bit b) { d.go(); b.stay(); }");
    assertThat(Sources.call(lowered, "go").callee().owner())
        .isEqualTo(new TypeName("gone.Device$Part"));
    assertThat(Sources.call(lowered, "stay").candidates())
        .containsExactly(new TypeName("gone.Device$Part$Bit"));
  }

  @Test
  void anUnknownResultTakesTheTypeThatIsAskedFor() {
    Lowered lowered =
        lower("void f(Device d) { long a = d.address() + 8; known(d.size()); field = BUSY; }");
    assertThat(Sources.call(lowered, "address").target().orElseThrow().type())
        .isEqualTo(TypeName.LONG);
  }

  @Test
  void aMethodThatAKnownTypeLacksIsToldOnce() {
    Lowered lowered = lower("void f() {\n toString().grow(); toString().grow();\n }");
    assertThat(Sources.call(lowered, "grow").certainty()).isEqualTo(Certainty.UNRESOLVED);
    assertThat(lowered.gaps())
        .filteredOn(gap -> gap.message().contains("grow"))
        .singleElement()
        .satisfies(gap -> assertThat(gap.line()).isEqualTo(10));
  }

  @Test
  void aCallWithAWrongOrUnknownArgumentIsAGuess() {
    Lowered lowered = lower("void f(Device d) { known(true); known(d.name(), 1); known(2); }");
    assertThat(Sources.steps(lowered, Call.class))
        .filteredOn(call -> call.callee().name().equals("known"))
        .extracting(Call::certainty)
        .containsExactly(Certainty.GUESSED, Certainty.GUESSED, Certainty.RESOLVED);
  }

  @Test
  void aMissingTypeIsOneGapAtItsFirstUse() {
    Lowered lowered = lower("void f(Gone g) {}\n void h(Gone g) { new Gone(); }");
    assertThat(lowered.gaps())
        .filteredOn(gap -> gap.message().startsWith("type Gone "))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Gap.Kind.MISSING_TYPE);
              assertThat(gap.line()).isEqualTo(9);
            });
    assertThat(lowered.files()).containsEntry("p/A.java", FileState.PARSED);
    assertThat(lowered.program().library())
        .filteredOn(type -> !type.declared())
        .extracting(LibraryType::name)
        .contains(new TypeName("Gone"));
  }

  @Test
  void aLambdaUnderAnUnresolvedCallIsLowered() {
    Lowered lowered =
        lower(
            """
            void f(Device d, int n) {
              d.each((seg, i) -> {
                field += n;
                known(field);
                seg.go(() -> known(n));
                return seg;
              });
            }
            """);
    Closure closure = Sources.steps(lowered, Closure.class).get(0);
    assertThat(closure.interfaceMethod()).hasToString("java.lang.Object#<unknown>()");
    assertThat(closure.captured()).extracting("name").containsExactly("this", "n");
    Method body = Sources.method(lowered, "p.A", closure.body().name());
    assertThat(body.name().parameters())
        .containsExactly(new TypeName("p.A"), TypeName.INT, TypeName.OBJECT, TypeName.OBJECT);
    assertThat(Sources.steps(body, Call.class))
        .extracting(call -> call.callee().name(), Call::certainty)
        .contains(
            org.assertj.core.groups.Tuple.tuple("known", Certainty.RESOLVED),
            org.assertj.core.groups.Tuple.tuple("go", Certainty.UNRESOLVED));
    assertThat(Sources.steps(lowered, Closure.class)).hasSize(2);
  }

  @Test
  void aStreamUnderAnUnresolvedCallKeepsItsLambdas() {
    Lowered lowered =
        lower(
            """
            void f(Device d, java.util.List<Long> list) {
              d.take(list.stream().map(x -> x + field).toList());
              d.take(java.util.Optional.of(field).map(x -> x + 1));
            }
            """);
    assertThat(Sources.steps(lowered, Closure.class))
        .extracting(closure -> closure.interfaceMethod().owner().text())
        .containsExactly("java.util.function.Function", "java.util.function.Function");
    assertThat(lowered.files()).containsEntry("p/A.java", FileState.PARSED);
  }

  @Test
  void methodReferencesUnderAnUnresolvedCallCallWhatTheyName() {
    Lowered lowered =
        lower("void f(Device d) { d.go(long[]::new, String::length, this::toString, Gone::go); }");
    assertThat(Sources.steps(lowered, Closure.class)).hasSize(4);
    assertThat(Sources.call(lowered, "length").receiver()).isPresent();
    assertThat(Sources.call(lowered, "go").callee().owner()).isEqualTo(new TypeName("gone.Device"));
  }

  @Test
  void anAnonymousClassOfAMissingTypeIsConstructedWithWhatItCaptures() {
    Lowered lowered = lower("void f(int n) { new Device(2) { void go() { known(n); } }; }");
    Call creation =
        Sources.steps(lowered, Call.class).stream()
            .filter(call -> call.callee().owner().text().equals("p.A$1"))
            .findFirst()
            .orElseThrow();
    Method constructor = Sources.method(lowered, "p.A$1", "<init>");
    assertThat(constructor.name()).isEqualTo(creation.callee());
    assertThat(creation.arguments()).hasSize(3);
  }

  @Test
  void membersOfAMissingSuperclassAreTakenToBeIts() {
    Lowered lowered =
        Sources.of(
                "A.java",
                "import gone.Base; class A extends Base { void f() { provider.go(); help(1); } }")
            .lower();
    Call help = Sources.call(lowered, "help");
    assertThat(help.callee().owner()).isEqualTo(new TypeName("gone.Base"));
    assertThat(help.candidates()).containsExactly(new TypeName("gone.Base"));
    assertThat(help.receiver()).isPresent();
    assertThat(Sources.type(lowered, "A").superclass()).contains(new TypeName("gone.Base"));
  }

  @Test
  void aSyntaxErrorCostsOneStatement() {
    Lowered lowered =
        Sources.of(
                "A.java",
                """
                class A {
                  void f() { g(); }
                  void g() { int a = ; f(); }
                  void h() { f(); }
                }
                """)
            .lower();
    assertThat(lowered.files()).containsEntry("A.java", FileState.PARTIAL);
    assertThat(lowered.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Gap.Kind.SYNTAX);
              assertThat(gap.line()).isEqualTo(3);
            });
    assertThat(Sources.steps(Sources.method(lowered, "A", "g"), Call.class))
        .extracting(call -> call.callee().name())
        .contains("f");
    assertThat(Sources.steps(Sources.method(lowered, "A", "h"), Call.class)).hasSize(1);
  }

  @Test
  void ofTwoFilesThatDeclareATypeTheFirstCounts() {
    Lowered lowered =
        Sources.of("b/A.java", "class A { void second() {} } class Other {}")
            .and("a/A.java", "class A { void first() {} }")
            .lower();
    assertThat(Sources.type(lowered, "A").methods())
        .extracting(method -> method.name().name())
        .contains("first")
        .doesNotContain("second");
    assertThat(Sources.type(lowered, "Other").at().file()).isEqualTo("b/A.java");
    assertThat(lowered.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.message()).contains("a/A.java"));
  }

  @Test
  void filesWithoutTypesAreAccepted() {
    Lowered lowered =
        Sources.of("module-info.java", "module m { requires java.base; exports p; }")
            .and("p/package-info.java", "@Deprecated package p;")
            .and("p/Empty.java", "")
            .and("p/Comment.java", "// nothing")
            .lower();
    assertThat(lowered.files().values()).containsOnly(FileState.PARSED);
    assertThat(lowered.gaps()).isEmpty();
    assertThat(lowered.program().types()).isEmpty();
  }

  @Test
  void secondaryAndNestedTypesOfOtherFilesAreFound() {
    Lowered lowered =
        Sources.of(
                "q/B.java", "package q; public class B { public static class In {} } class Side {}")
            .and("q/C.java", "package q; class C { B.In in = new B.In(); Side side = new Side(); }")
            .lower();
    assertThat(lowered.gaps()).isEmpty();
    assertThat(Sources.steps(lowered, Call.class))
        .extracting(Call::certainty)
        .containsOnly(Certainty.RESOLVED);
  }

  @Test
  void aChoiceBetweenAnUnknownAndANumberIsANumber() {
    Lowered lowered =
        lower(
            "void f(Device d, boolean b) { var it = d.list(b ? d.size() : 0);"
                + " d.go(switch (d.size()) { case 1 -> d.size(); default -> 0; }); }");
    assertThat(Sources.call(lowered, "list").callee().parameters()).containsExactly(TypeName.LONG);
  }

  @Test
  void aFieldWhoseTypeIsMissingInPartIsStillAField() {
    Lowered lowered =
        Sources.of(
                "A.java",
                "import java.util.function.*; class A<T> {"
                    + " interface Op<V, M extends V> {}"
                    + " static final Function<String, Op<Gone, Gone.Part<Byte>>> TABLE = make();"
                    + " static Function make() { return null; }"
                    + " Object f() { return TABLE; } Odd[] odd; void g() { odd = null; } }")
            .lower();
    assertThat(IrVerifier.faults(lowered.program())).isEmpty();
    assertThat(lowered.gaps()).noneMatch(gap -> gap.kind() == Gap.Kind.NOT_LOWERED);
    assertThat(Sources.type(lowered, "A").fields())
        .extracting(field -> field.name().name())
        .contains("TABLE", "odd");
  }

  @Test
  void aSumInAnUndeclaredFieldIsBoxed() {
    Lowered lowered = lower("void f(Device d) { lost += d.size() + d.x * 2; lost++; }");
    assertThat(Sources.steps(lowered, Call.class))
        .extracting(call -> call.callee().name())
        .contains("valueOf");
  }
}
