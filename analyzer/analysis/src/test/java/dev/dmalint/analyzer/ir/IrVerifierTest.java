package dev.dmalint.analyzer.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.findings.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unsound IR is noticed. */
final class IrVerifierTest {
  private static final SourceSpan AT = new SourceSpan("A.java", 1, 1, 1, 2);
  private static final Local NUMBER = new Local(0, "n", TypeName.LONG);
  private static final Local TEXT = new Local(1, "%1", TypeName.STRING);
  private static final Terminator END = new Terminator.Return(AT, Optional.empty());

  private static List<String> faults(Terminator end, Instruction... steps) {
    MethodName name = new MethodName(new TypeName("A"), "f", List.of(TypeName.LONG), TypeName.VOID);
    return IrVerifier.faults(
        new Method(
            name,
            Set.of(Flag.STATIC),
            List.of(),
            Optional.empty(),
            List.of(new Parameter(NUMBER, List.of())),
            List.of(NUMBER, TEXT),
            List.of(new Block(List.of(steps), end, List.of())),
            AT));
  }

  @Test
  void soundStepsHaveNoFaults() {
    assertThat(faults(END, new Instruction.Copy(AT, NUMBER, NUMBER))).isEmpty();
  }

  @Test
  void aCopyBetweenTypesIsAFault() {
    assertThat(faults(END, new Instruction.Copy(AT, TEXT, NUMBER)))
        .singleElement()
        .asString()
        .contains("a copy between types: java.lang.String and long");
  }

  @Test
  void aLocalOfAnotherMethodIsAFault() {
    Local alien = new Local(7, "x", TypeName.LONG);
    assertThat(faults(END, new Instruction.Copy(AT, NUMBER, alien)))
        .singleElement()
        .asString()
        .contains("x.7 is no local of the method");
  }

  @Test
  void aJumpToNoBlockIsAFault() {
    assertThat(faults(new Terminator.Jump(AT, 3)))
        .singleElement()
        .asString()
        .contains("there is no block 3");
  }

  @Test
  void aResultOfTheWrongKindIsAFault() {
    assertThat(faults(new Terminator.Return(AT, Optional.of(NUMBER)))).isNotEmpty();
  }
}
