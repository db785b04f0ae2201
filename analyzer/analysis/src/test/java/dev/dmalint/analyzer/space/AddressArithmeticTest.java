package dev.dmalint.analyzer.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.ir.BinaryOperator;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressArithmeticTest {
  private static final SourceSpan AT = new SourceSpan("Nic.java", 3, 1, 3, 9);

  private static Address address() {
    Tag tag =
        new Tag(
            "cpa",
            MapperIdentity.NONE,
            "bypass",
            AT,
            "CPU-physical",
            Optional.empty(),
            0,
            0,
            64,
            40);
    return new Address(tag, Trail.start(new Trail.Step(AT, PathStep.Kind.SOURCE, "made", "%s")));
  }

  private static Tag tag(Atom atom) {
    return ((Address) atom).tag();
  }

  private static Atom apply(BinaryOperator operator, Atom left, long right) {
    return AddressArithmetic.withNumber(operator, (Address) left, Whole.of(right), 64, AT);
  }

  @Test
  void turnsAnAddressIntoAPageNumber() {
    Tag shifted = tag(apply(BinaryOperator.SHIFT_RIGHT_UNSIGNED, address(), 12));
    assertThat(shifted.shift()).isEqualTo(12);
    assertThat(shifted.low()).isEqualTo(12);
    assertThat(tag(apply(BinaryOperator.DIVIDE, address(), 4096))).isEqualTo(shifted);
  }

  @Test
  void keepsAPageNumberOfFortyFourBitsInAnInt() {
    Atom page = apply(BinaryOperator.SHIFT_RIGHT_UNSIGNED, address(), 12);
    Tag cut = tag(AddressArithmetic.cut((Address) page, 32, AT));
    assertThat(cut.high()).isEqualTo(44);
    assertThat(cut.isCut()).isFalse();
  }

  @Test
  void losesHighBitsInACast() {
    Tag cut = tag(AddressArithmetic.cut(address(), 32, AT));
    assertThat(cut.isCut()).isTrue();
    assertThat(cut.isHighPart()).isFalse();
  }

  @Test
  void takesHalvesApartAndPutsThemTogether() {
    Address low = (Address) apply(BinaryOperator.AND, address(), 0xFFFF_FFFFL);
    Address high = (Address) apply(BinaryOperator.SHIFT_RIGHT_UNSIGNED, address(), 32);
    assertThat(high.tag().isHighPart()).isTrue();
    assertThat(low.tag().isHighPart()).isFalse();
    Address raised = (Address) apply(BinaryOperator.SHIFT_LEFT, high, 32);
    Optional<Atom> whole = AddressArithmetic.together(BinaryOperator.OR, raised, low, AT);
    assertThat(tag(whole.orElseThrow())).isEqualTo(address().tag());
  }

  @Test
  void staysAnAddressUnderFlagsAndOffsets() {
    assertThat(apply(BinaryOperator.OR, address(), 1)).isEqualTo(address());
    assertThat(apply(BinaryOperator.ADD, address(), 0x1000)).isEqualTo(address());
    assertThat(apply(BinaryOperator.AND, address(), -4096)).isEqualTo(address());
  }

  @Test
  void isNoAddressWhenOnlyThePlaceInAPageIsLeft() {
    assertThat(apply(BinaryOperator.AND, address(), 0xFFF)).isEqualTo(Whole.UNKNOWN);
    assertThat(apply(BinaryOperator.REMAINDER, address(), 4096)).isEqualTo(Whole.UNKNOWN);
  }

  @Test
  void isNoAddressAsADistance() {
    Optional<Atom> distance =
        AddressArithmetic.together(BinaryOperator.SUBTRACT, address(), address(), AT);
    assertThat(distance).contains(Whole.UNKNOWN);
  }
}
