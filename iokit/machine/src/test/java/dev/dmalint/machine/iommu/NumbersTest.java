package dev.dmalint.machine.iommu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.machine.iommu.Numbers.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** iokit-facts 6: which IOVA a mapping gets. A space of 1024 pages and a window four times that. */
class NumbersTest {
  private static final int ARENA = 22;
  private static final long PAGE = 4096;

  private static Numbers numbers(Range... reserved) {
    return new Numbers(new Plan(ARENA, 0, 24, 1L << ARENA, List.of(reserved)), 12);
  }

  @Test
  void neverHandsOutZeroAndStartsLow() {
    assertThat(numbers().take(1, 1, 64, false)).contains(PAGE);
  }

  @Test
  void theThresholdOfLargeMappingsFallsAsTheArenaFills() {
    Numbers numbers = numbers();
    assertThat(numbers.take(128, 1, 64, false).orElseThrow()).isGreaterThanOrEqualTo(1L << ARENA);
    assertThat(numbers.take(64, 1, 64, false).orElseThrow()).isLessThan(1L << ARENA);
    numbers.take(512, 1, 20, false);
    for (int i = 0; i < 11; i++) {
      numbers.take(64, 1, 22, false);
    }
    assertThat(numbers.take(32, 1, 64, false).orElseThrow()).isGreaterThanOrEqualTo(1L << ARENA);
    while (numbers.take(16, 1, 22, false).isPresent()) {
      // Until only what is too small is left.
    }
    assertThat(numbers.take(1, 1, 64, false).orElseThrow()).isGreaterThanOrEqualTo(1L << ARENA);
  }

  @Test
  void aNarrowDeviceAndThePagingPathStayInTheArena() {
    assertThat(numbers().take(128, 1, 23, false).orElseThrow()).isLessThan(1L << ARENA);
    assertThat(numbers().take(128, 1, 64, true).orElseThrow()).isLessThan(1L << ARENA);
  }

  @Test
  void reservedNumbersAreNeverHandedOutInTheArenaNorAbove() {
    Range low = new Range(5 * PAGE, 37 * PAGE - 1);
    Range high = new Range(1L << ARENA, (1L << ARENA) + 200 * PAGE - 1);
    Numbers numbers = numbers(low, high);
    Set<Long> pages = new HashSet<>();
    Optional<Long> next = numbers.take(1, 1, 22, false);
    while (next.isPresent()) {
      pages.add(next.get() / PAGE);
      next = numbers.take(1, 1, 22, false);
    }

    assertThat(pages).hasSize(1024 - 1 - 32).doesNotContain(0L, 5L, 20L, 36L).contains(4L, 37L);
    assertThat(numbers.take(128, 1, 64, false)).contains((1L << ARENA) + 256 * PAGE);
  }

  @Test
  void reservedNumbersBelowTheFirstOneCountToo() {
    Range low = new Range(2 * PAGE, 3 * PAGE - 1);
    Numbers numbers = new Numbers(new Plan(ARENA, 16 * PAGE, ARENA, 0, List.of(low)), 12);
    List<Long> pages = new ArrayList<>();
    for (int i = 0; i < 1024 - 2; i++) {
      pages.add(numbers.take(1, 1, 64, false).orElseThrow() / PAGE);
    }
    assertThat(pages).startsWith(16L).doesNotContain(0L, 2L).contains(1L, 3L);
    assertThat(numbers.take(1, 1, 64, false)).isEmpty();
  }

  @Test
  void whatIsTakenAtANumberIsNotHandedOutUntilItComesBack() {
    Numbers numbers = numbers(new Range(8 * PAGE, 9 * PAGE - 1));

    assertThat(numbers.takeAt(PAGE, 3)).isTrue();
    assertThat(numbers.takeAt(2 * PAGE, 1)).isFalse();
    assertThat(numbers.takeAt(0, 1)).isFalse();
    assertThat(numbers.takeAt(7 * PAGE, 2)).as("reserved").isFalse();
    assertThat(numbers.takeAt(1L << 24, 1)).as("beyond the window").isFalse();
    assertThat(numbers.take(1, 1, 64, false)).contains(4 * PAGE);
    assertThat(numbers.takeAt((1L << ARENA) - PAGE, 2)).as("over the end of the arena").isTrue();
    numbers.give(PAGE, 3, 1);
    assertThat(numbers.take(1, 1, 64, false)).contains(PAGE);
  }

  @Test
  void whatComesBackIsOneBlockAgain() {
    Numbers numbers = numbers();
    List<Long> taken = new ArrayList<>();
    Optional<Long> next = numbers.take(1, 1, 22, false);
    while (next.isPresent()) {
      taken.add(next.get());
      next = numbers.take(1, 1, 22, false);
    }
    taken.forEach(first -> numbers.give(first, 1, 1));

    assertThat(numbers.take(512, 1, 22, false)).contains(512 * PAGE);
  }

  @Test
  void aRequestOfAQuarterOfTheArenaIsSeenAsSuch() {
    assertThat(numbers().isQuarterOfArena(256)).isTrue();
    assertThat(numbers().isQuarterOfArena(255)).isFalse();
  }
}
