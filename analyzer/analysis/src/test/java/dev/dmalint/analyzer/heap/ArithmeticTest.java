package dev.dmalint.analyzer.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.analyzer.ir.BinaryOperator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is claimed of a result must hold for every number that the operands may be. */
class ArithmeticTest {
  private static final int RUNS = 20_000;

  private static final List<BinaryOperator> OPERATORS = List.of(BinaryOperator.values());

  private static long java(BinaryOperator operator, long a, long b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHIFT_LEFT -> a << b;
      case SHIFT_RIGHT -> a >> b;
      case SHIFT_RIGHT_UNSIGNED -> a >>> b;
      case EQUAL -> a == b ? 1 : 0;
      case NOT_EQUAL -> a != b ? 1 : 0;
      case LESS -> a < b ? 1 : 0;
      case LESS_EQUAL -> a <= b ? 1 : 0;
      case GREATER -> a > b ? 1 : 0;
      case GREATER_EQUAL -> a >= b ? 1 : 0;
    };
  }

  private static long java32(BinaryOperator operator, int a, int b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case REMAINDER -> a % b;
      case SHIFT_LEFT -> a << b;
      case SHIFT_RIGHT -> a >> b;
      case SHIFT_RIGHT_UNSIGNED -> a >>> b;
      default -> java(operator, a, b);
    };
  }

  private static long number(Random random) {
    long any = random.nextLong() >> random.nextInt(64);
    return random.nextInt(4) == 0 ? any & -4096 : any;
  }

  private static Whole about(long number, Random random) {
    long known = random.nextInt(3) == 0 ? -1 : random.nextLong();
    return new Whole(known, number & known);
  }

  @Test
  void holdsForLongs() {
    Random random = new Random(1);
    for (int run = 0; run < RUNS; run++) {
      BinaryOperator operator = OPERATORS.get(run % OPERATORS.size());
      long a = number(random);
      long b = number(random) | (needsDivisor(operator) ? 1 : 0);
      Whole result = Arithmetic.binary(operator, about(a, random), about(b, random), 64);
      assertThat(java(operator, a, b) & result.known())
          .as("run %d: 0x%x %s 0x%x", run, a, operator.sign(), b)
          .isEqualTo(result.bits());
    }
  }

  @Test
  void holdsForInts() {
    Random random = new Random(2);
    for (int run = 0; run < RUNS; run++) {
      BinaryOperator operator = OPERATORS.get(run % OPERATORS.size());
      int a = (int) number(random);
      int b = (int) number(random) | (needsDivisor(operator) ? 1 : 0);
      Whole left = Arithmetic.fit(about(a, random), 32, true);
      Whole right = Arithmetic.fit(about(b, random), 32, true);
      Whole result = Arithmetic.binary(operator, left, right, 32);
      assertThat(java32(operator, a, b) & result.known())
          .as("run %d: 0x%x %s 0x%x", run, a, operator.sign(), b)
          .isEqualTo(result.bits());
    }
  }

  private static boolean needsDivisor(BinaryOperator operator) {
    return operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER;
  }

  @Test
  void knowsConstantsExactly() {
    Whole sum = Arithmetic.binary(BinaryOperator.ADD, Whole.of(40), Whole.of(2), 64);
    assertThat(sum).isEqualTo(Whole.of(42));
    Whole index = new Whole(0, 0);
    Whole scaled = Arithmetic.binary(BinaryOperator.MULTIPLY, index, Whole.of(16), 32);
    assertThat(Arithmetic.binary(BinaryOperator.ADD, scaled, Whole.of(8), 32))
        .satisfies(place -> assertThat(place.known() & 0xF).isEqualTo(0xF))
        .satisfies(place -> assertThat(place.bits() & 0xF).isEqualTo(8));
  }
}
