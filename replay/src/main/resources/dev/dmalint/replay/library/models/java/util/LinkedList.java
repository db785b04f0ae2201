package java.util;

/** Over an array: what a program can see of it is the order alone. */
public class LinkedList<E> extends ArrayList<E> implements Deque<E> {
  public LinkedList() {}

  public LinkedList(Collection<? extends E> others) {
    super(others);
  }

  public void addFirst(E value) {
    add(0, value);
  }

  public void addLast(E value) {
    add(value);
  }

  public E pollFirst() {
    return isEmpty() ? null : remove(0);
  }

  public E pollLast() {
    return isEmpty() ? null : remove(size() - 1);
  }

  public E peekFirst() {
    return isEmpty() ? null : get(0);
  }

  public E peekLast() {
    return isEmpty() ? null : get(size() - 1);
  }

  public Iterator<E> descendingIterator() {
    ListIterator<E> each = listIterator(size());
    return new Iterator<E>() {
      public boolean hasNext() {
        return each.hasPrevious();
      }

      public E next() {
        return each.previous();
      }

      public void remove() {
        each.remove();
      }
    };
  }
}
