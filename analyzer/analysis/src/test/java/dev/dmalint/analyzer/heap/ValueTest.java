package dev.dmalint.analyzer.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.models.WorldSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The laws of the lattice of values: join is a least upper bound as far as nothing is widened. */
class ValueTest {
  private static final List<Atom> ATOMS =
      List.of(
          Atoms.NOTHING,
          Atoms.ANYTHING,
          new Atoms.Text("a"),
          new Atoms.Text("b"),
          Whole.of(1),
          Whole.of(2),
          new Whole(0xF, 0x3));

  private static Value random(Random random) {
    Value value = Value.NEVER;
    for (int i = random.nextInt(4); i > 0; i--) {
      Atom atom = ATOMS.get(random.nextInt(ATOMS.size()));
      value = value.join(Value.of(atom, new WorldSet(random.nextInt(16))));
    }
    return value;
  }

  @RepeatedTest(100)
  void joinsInAnyOrder(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    Value a = random(random);
    Value b = random(random);
    Value c = random(random);
    assertThat(a.join(b).sameContent(b.join(a))).isTrue();
    assertThat(a.join(b).join(c).sameContent(a.join(b.join(c)))).isTrue();
    assertThat(a.join(a).sameContent(a)).isTrue();
    assertThat(a.join(Value.NEVER)).isSameAs(a);
  }

  @RepeatedTest(100)
  void restrictsBeforeOrAfterJoining(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    Value a = random(random);
    Value b = random(random);
    WorldSet some = new WorldSet(random.nextInt(16));
    assertThat(a.join(b).in(some).sameContent(a.in(some).join(b.in(some)))).isTrue();
    assertThat(a.in(some).worlds().minus(some).isEmpty()).isTrue();
  }

  @Test
  void keepsNumbersOfDifferentWorldsApart() {
    Value value = Value.NEVER;
    for (int world = 0; world < 40; world++) {
      value = value.join(Value.of(Whole.of(world), WorldSet.of(world)));
    }
    assertThat(value.atoms()).hasSize(40);
  }

  @Test
  void keepsOnlyCommonBitsOfManyNumbersInOneWorld() {
    Value value = Value.NEVER;
    for (int i = 0; i < 20; i++) {
      value = value.join(Value.of(Whole.of(16L * i + 8), WorldSet.of(0)));
    }
    assertThat(value.atoms()).hasSize(1);
    Whole left = (Whole) value.atoms().get(0);
    assertThat(left.known() & 0xF).isEqualTo(0xF);
    assertThat(left.bits() & 0xF).isEqualTo(8);
    assertThat(left.isConstant()).isFalse();
  }

  @Test
  void isNothingInWorldsWithoutAtom() {
    Value value = Value.of(Atoms.NOTHING, new WorldSet(0b0110));
    assertThat(value.in(new WorldSet(0b1001)).isNever()).isTrue();
    assertThat(value.in(new WorldSet(0b0010)).worlds()).isEqualTo(new WorldSet(0b0010));
  }
}
