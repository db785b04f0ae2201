package java.util;

import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

public interface Collection<E> extends Iterable<E> {
  int size();

  boolean isEmpty();

  boolean contains(Object value);

  boolean add(E value);

  boolean remove(Object value);

  boolean containsAll(Collection<?> others);

  boolean addAll(Collection<? extends E> others);

  boolean removeAll(Collection<?> others);

  boolean retainAll(Collection<?> others);

  void clear();

  Object[] toArray();

  <T> T[] toArray(T[] into);

  default <T> T[] toArray(IntFunction<T[]> maker) {
    return toArray(maker.apply(0));
  }

  default boolean removeIf(Predicate<? super E> test) {
    if (test == null) {
      throw new NullPointerException();
    }
    boolean changed = false;
    for (Iterator<E> each = iterator(); each.hasNext(); ) {
      if (test.test(each.next())) {
        each.remove();
        changed = true;
      }
    }
    return changed;
  }

  default Stream<E> stream() {
    return Stream.over(iterator());
  }
}
