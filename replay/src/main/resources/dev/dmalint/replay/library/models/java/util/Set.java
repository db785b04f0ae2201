package java.util;

public interface Set<E> extends Collection<E> {
  static <E> Set<E> of(E... all) {
    Set<E> set = new LinkedHashSet<>();
    for (E each : all) {
      if (!set.add(Objects.requireNonNull(each))) {
        throw new IllegalArgumentException("duplicate element: " + each);
      }
    }
    return Collections.unmodifiableSet(set);
  }

  static <E> Set<E> of() {
    return Collections.unmodifiableSet(new LinkedHashSet<E>());
  }

  @SuppressWarnings("unchecked")
  static <E> Set<E> of(E a) {
    return of((E[]) new Object[] {a});
  }

  @SuppressWarnings("unchecked")
  static <E> Set<E> of(E a, E b) {
    return of((E[]) new Object[] {a, b});
  }

  @SuppressWarnings("unchecked")
  static <E> Set<E> of(E a, E b, E c) {
    return of((E[]) new Object[] {a, b, c});
  }

  @SuppressWarnings("unchecked")
  static <E> Set<E> of(E a, E b, E c, E d) {
    return of((E[]) new Object[] {a, b, c, d});
  }

  static <E> Set<E> copyOf(Collection<? extends E> others) {
    Set<E> set = new LinkedHashSet<>();
    for (E each : others) {
      set.add(Objects.requireNonNull(each));
    }
    return Collections.unmodifiableSet(set);
  }
}
