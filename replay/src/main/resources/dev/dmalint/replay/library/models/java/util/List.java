package java.util;

import java.util.function.UnaryOperator;

public interface List<E> extends Collection<E> {
  E get(int index);

  E set(int index, E value);

  void add(int index, E value);

  E remove(int index);

  int indexOf(Object value);

  int lastIndexOf(Object value);

  boolean addAll(int index, Collection<? extends E> others);

  ListIterator<E> listIterator();

  ListIterator<E> listIterator(int index);

  List<E> subList(int from, int to);

  default void replaceAll(UnaryOperator<E> operator) {
    for (ListIterator<E> each = listIterator(); each.hasNext(); ) {
      each.set(operator.apply(each.next()));
    }
  }

  @SuppressWarnings("unchecked")
  default void sort(Comparator<? super E> order) {
    Object[] all = toArray();
    Arrays.sort(all, (Comparator<Object>) order);
    ListIterator<E> each = listIterator();
    for (Object value : all) {
      each.next();
      each.set((E) value);
    }
  }

  static <E> List<E> of() {
    return ImmutableList.of(new Object[0]);
  }

  static <E> List<E> of(E a) {
    return ImmutableList.of(new Object[] {a});
  }

  static <E> List<E> of(E a, E b) {
    return ImmutableList.of(new Object[] {a, b});
  }

  static <E> List<E> of(E a, E b, E c) {
    return ImmutableList.of(new Object[] {a, b, c});
  }

  static <E> List<E> of(E a, E b, E c, E d) {
    return ImmutableList.of(new Object[] {a, b, c, d});
  }

  static <E> List<E> of(E a, E b, E c, E d, E e) {
    return ImmutableList.of(new Object[] {a, b, c, d, e});
  }

  static <E> List<E> of(E a, E b, E c, E d, E e, E f) {
    return ImmutableList.of(new Object[] {a, b, c, d, e, f});
  }

  static <E> List<E> of(E a, E b, E c, E d, E e, E f, E g) {
    return ImmutableList.of(new Object[] {a, b, c, d, e, f, g});
  }

  static <E> List<E> of(E a, E b, E c, E d, E e, E f, E g, E h) {
    return ImmutableList.of(new Object[] {a, b, c, d, e, f, g, h});
  }

  static <E> List<E> of(E... all) {
    return ImmutableList.of(all.clone());
  }

  static <E> List<E> copyOf(Collection<? extends E> others) {
    return ImmutableList.of(others.toArray());
  }
}
