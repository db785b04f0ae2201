package java.util;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What {@code List.of} and its like give. */
public final class ImmutableList<E> extends AbstractList<E> implements RandomAccess {
  private final Object[] values;
  private final boolean takesNull;

  private ImmutableList(Object[] values, boolean takesNull) {
    this.values = values;
    this.takesNull = takesNull;
  }

  static <E> List<E> of(Object[] values) {
    for (Object each : values) {
      Objects.requireNonNull(each);
    }
    return new ImmutableList<E>(values, false);
  }

  /** A list that may hold null. */
  public static <E> List<E> withNulls(Object[] values) {
    return new ImmutableList<E>(values, true);
  }

  public int size() {
    return values.length;
  }

  @SuppressWarnings("unchecked")
  public E get(int index) {
    return (E) values[index];
  }

  public int indexOf(Object value) {
    return super.indexOf(takesNull ? value : Objects.requireNonNull(value));
  }

  public boolean add(E value) {
    throw new UnsupportedOperationException();
  }

  public boolean addAll(Collection<? extends E> others) {
    throw new UnsupportedOperationException();
  }

  public boolean remove(Object value) {
    throw new UnsupportedOperationException();
  }

  public boolean removeAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  public boolean retainAll(Collection<?> others) {
    throw new UnsupportedOperationException();
  }

  public boolean removeIf(Predicate<? super E> test) {
    throw new UnsupportedOperationException();
  }

  public void replaceAll(UnaryOperator<E> operator) {
    throw new UnsupportedOperationException();
  }

  public void sort(Comparator<? super E> order) {
    throw new UnsupportedOperationException();
  }

  public void clear() {
    throw new UnsupportedOperationException();
  }
}
