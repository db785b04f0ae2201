package java.util;

import models.Reflection;

public abstract class AbstractCollection<E> implements Collection<E> {
  protected AbstractCollection() {}

  public boolean isEmpty() {
    return size() == 0;
  }

  public boolean contains(Object value) {
    for (E each : this) {
      if (Objects.equals(value, each)) {
        return true;
      }
    }
    return false;
  }

  public boolean add(E value) {
    throw new UnsupportedOperationException();
  }

  public boolean remove(Object value) {
    for (Iterator<E> each = iterator(); each.hasNext(); ) {
      if (Objects.equals(value, each.next())) {
        each.remove();
        return true;
      }
    }
    return false;
  }

  public boolean containsAll(Collection<?> others) {
    for (Object each : others) {
      if (!contains(each)) {
        return false;
      }
    }
    return true;
  }

  public boolean addAll(Collection<? extends E> others) {
    boolean changed = false;
    for (E each : others) {
      changed |= add(each);
    }
    return changed;
  }

  public boolean removeAll(Collection<?> others) {
    return keep(others, false);
  }

  public boolean retainAll(Collection<?> others) {
    return keep(others, true);
  }

  private boolean keep(Collection<?> others, boolean those) {
    if (others == null) {
      throw new NullPointerException();
    }
    boolean changed = false;
    for (Iterator<E> each = iterator(); each.hasNext(); ) {
      if (others.contains(each.next()) != those) {
        each.remove();
        changed = true;
      }
    }
    return changed;
  }

  public void clear() {
    for (Iterator<E> each = iterator(); each.hasNext(); ) {
      each.next();
      each.remove();
    }
  }

  public Object[] toArray() {
    Object[] all = new Object[size()];
    int next = 0;
    for (E each : this) {
      all[next++] = each;
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  public <T> T[] toArray(T[] into) {
    Object[] target = into.length >= size() ? into : (Object[]) Reflection.arrayLike(into, size());
    int next = 0;
    for (E each : this) {
      target[next++] = each;
    }
    if (next < target.length) {
      target[next] = null;
    }
    return (T[]) target;
  }

  public String toString() {
    StringBuilder text = new StringBuilder("[");
    boolean isFirst = true;
    for (E each : this) {
      text.append(isFirst ? "" : ", ");
      if (each == this) {
        text.append("(this Collection)");
      } else {
        text.append(each);
      }
      isFirst = false;
    }
    return text.append("]").toString();
  }
}
