package java.util;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

public final class Optional<T> {
  private static final Optional<?> EMPTY = new Optional<>(null);

  private final T value;

  private Optional(T value) {
    this.value = value;
  }

  @SuppressWarnings("unchecked")
  public static <T> Optional<T> empty() {
    return (Optional<T>) EMPTY;
  }

  public static <T> Optional<T> of(T value) {
    return new Optional<T>(Objects.requireNonNull(value));
  }

  public static <T> Optional<T> ofNullable(T value) {
    return value == null ? Optional.<T>empty() : new Optional<T>(value);
  }

  public T get() {
    if (value == null) {
      throw new NoSuchElementException("No value present");
    }
    return value;
  }

  public T orElseThrow() {
    return get();
  }

  public <X extends Throwable> T orElseThrow(Supplier<? extends X> failure) throws X {
    if (value == null) {
      throw failure.get();
    }
    return value;
  }

  public boolean isPresent() {
    return value != null;
  }

  public boolean isEmpty() {
    return value == null;
  }

  public void ifPresent(Consumer<? super T> action) {
    if (value != null) {
      action.accept(value);
    }
  }

  public void ifPresentOrElse(Consumer<? super T> action, Runnable otherwise) {
    if (value != null) {
      action.accept(value);
    } else {
      otherwise.run();
    }
  }

  public Optional<T> filter(Predicate<? super T> test) {
    return value == null || test.test(value) ? this : Optional.<T>empty();
  }

  public <U> Optional<U> map(Function<? super T, ? extends U> function) {
    return value == null ? Optional.<U>empty() : Optional.<U>ofNullable(function.apply(value));
  }

  @SuppressWarnings("unchecked")
  public <U> Optional<U> flatMap(Function<? super T, ? extends Optional<? extends U>> function) {
    return value == null
        ? Optional.<U>empty()
        : (Optional<U>) Objects.requireNonNull(function.apply(value));
  }

  @SuppressWarnings("unchecked")
  public Optional<T> or(Supplier<? extends Optional<? extends T>> other) {
    return value != null ? this : (Optional<T>) Objects.requireNonNull(other.get());
  }

  public Stream<T> stream() {
    return value == null ? Stream.<T>empty() : Stream.of(value);
  }

  public T orElse(T other) {
    return value != null ? value : other;
  }

  public T orElseGet(Supplier<? extends T> other) {
    return value != null ? value : other.get();
  }

  public boolean equals(Object other) {
    return other instanceof Optional && Objects.equals(value, ((Optional<?>) other).value);
  }

  public int hashCode() {
    return Objects.hashCode(value);
  }

  public String toString() {
    return value != null ? "Optional[" + value + "]" : "Optional.empty";
  }
}
