package dev.dmalint.analyzer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class IntTrieTest {
  @RepeatedTest(50)
  void behavesAsAMap(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    NavigableMap<Integer, Integer> expected = new TreeMap<>();
    IntTrie<Integer> trie = IntTrie.empty();
    for (int i = 0; i < 300; i++) {
      int key = random.nextInt(1 << random.nextInt(1, 20));
      int value = random.nextInt(10);
      expected.put(key, value);
      trie = trie.put(key, value);
    }
    NavigableMap<Integer, Integer> actual = new TreeMap<>();
    trie.forEach(actual::put);
    assertThat(actual).isEqualTo(expected);
    for (int key : expected.keySet()) {
      assertThat(trie.get(key)).contains(Objects.requireNonNull(expected.get(key)));
    }
  }

  @Test
  void givesNothingForAKeyThatIsNotThere() {
    assertThat(IntTrie.<String>empty().put(3, "three").get(70_000)).isEmpty();
    assertThat(IntTrie.<String>empty().get(0)).isEmpty();
  }

  @Test
  void isTheSameMapAfterPuttingWhatIsThere() {
    IntTrie<String> trie = IntTrie.<String>empty().put(3, "three");
    assertThat(trie.put(3, "three")).isSameAs(trie);
  }

  @RepeatedTest(50)
  void mergesKeyByKey(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    NavigableMap<Integer, Integer> left = new TreeMap<>();
    NavigableMap<Integer, Integer> right = new TreeMap<>();
    IntTrie<Integer> a = IntTrie.empty();
    for (int i = 0; i < 40; i++) {
      int key = random.nextInt(2000);
      left.put(key, i);
      a = a.put(key, i);
    }
    IntTrie<Integer> b = random.nextBoolean() ? a : IntTrie.empty();
    if (b == a) {
      right.putAll(left);
    }
    for (int i = 0; i < 40; i++) {
      int key = random.nextInt(200_000);
      right.put(key, -i);
      b = b.put(key, -i);
    }
    NavigableMap<Integer, Integer> expected = new TreeMap<>(left);
    right.forEach((key, value) -> expected.merge(key, value, Math::max));
    NavigableMap<Integer, Integer> actual = new TreeMap<>();
    a.merge(
            b,
            (key, x, y) ->
                x == null
                    ? Objects.requireNonNull(y)
                    : y == null ? x : Integer.valueOf(Math.max(x, y)))
        .forEach(actual::put);
    assertThat(actual).isEqualTo(expected);
  }
}
