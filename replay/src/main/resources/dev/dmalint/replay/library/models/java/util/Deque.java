package java.util;

public interface Deque<E> extends Queue<E> {
  void addFirst(E value);

  void addLast(E value);

  E pollFirst();

  E pollLast();

  E peekFirst();

  E peekLast();

  Iterator<E> descendingIterator();

  default boolean offer(E value) {
    addLast(value);
    return true;
  }

  default boolean offerFirst(E value) {
    addFirst(value);
    return true;
  }

  default boolean offerLast(E value) {
    addLast(value);
    return true;
  }

  default E removeFirst() {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
    return pollFirst();
  }

  default E removeLast() {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
    return pollLast();
  }

  default E getFirst() {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
    return peekFirst();
  }

  default E getLast() {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
    return peekLast();
  }

  default E remove() {
    return removeFirst();
  }

  default E poll() {
    return pollFirst();
  }

  default E element() {
    return getFirst();
  }

  default E peek() {
    return peekFirst();
  }

  default void push(E value) {
    addFirst(value);
  }

  default E pop() {
    return removeFirst();
  }

  default boolean removeFirstOccurrence(Object value) {
    return remove(value);
  }
}
