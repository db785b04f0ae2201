package java.util;

import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import models.Reflection;

public final class Arrays {
  private Arrays() {}

  private static void order(int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException(from + " > " + to);
    }
  }

  private static void range(int length, int from, int to) {
    if (from > to) {
      throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
    }
    if (from < 0) {
      throw new ArrayIndexOutOfBoundsException(from);
    }
    if (to > length) {
      throw new ArrayIndexOutOfBoundsException(to);
    }
  }

  public static <T> List<T> asList(T... values) {
    return new OverArray<T>(Objects.requireNonNull(values));
  }

  public static <T> Stream<T> stream(T[] a) {
    return Stream.over(asList(a).iterator());
  }

  public static IntStream stream(int[] a) {
    return IntStream.of(a);
  }

  public static LongStream stream(long[] a) {
    return LongStream.of(a);
  }

  public static String toString(Object[] a) {
    return a == null ? "null" : asList(a).toString();
  }

  public static int hashCode(Object[] a) {
    return a == null ? 0 : asList(a).hashCode();
  }

  public static boolean equals(Object[] a, Object[] b) {
    return a == b || a != null && b != null && a.length == b.length && asList(a).equals(asList(b));
  }

  public static String deepToString(Object[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(deepText(a[i]));
    }
    return text.append("]").toString();
  }

  private static String deepText(Object value) {
    if (value instanceof Object[]) {
      return deepToString((Object[]) value);
    }
    if (value instanceof boolean[]) {
      return toString((boolean[]) value);
    }
    if (value instanceof byte[]) {
      return toString((byte[]) value);
    }
    if (value instanceof short[]) {
      return toString((short[]) value);
    }
    if (value instanceof char[]) {
      return toString((char[]) value);
    }
    if (value instanceof int[]) {
      return toString((int[]) value);
    }
    if (value instanceof long[]) {
      return toString((long[]) value);
    }
    if (value instanceof float[]) {
      return toString((float[]) value);
    }
    if (value instanceof double[]) {
      return toString((double[]) value);
    }
    return String.valueOf(value);
  }

  public static boolean deepEquals(Object[] a, Object[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!deepSame(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean deepSame(Object a, Object b) {
    if (a instanceof Object[] && b instanceof Object[]) {
      return deepEquals((Object[]) a, (Object[]) b);
    }
    if (a instanceof boolean[] && b instanceof boolean[]) {
      return equals((boolean[]) a, (boolean[]) b);
    }
    if (a instanceof byte[] && b instanceof byte[]) {
      return equals((byte[]) a, (byte[]) b);
    }
    if (a instanceof short[] && b instanceof short[]) {
      return equals((short[]) a, (short[]) b);
    }
    if (a instanceof char[] && b instanceof char[]) {
      return equals((char[]) a, (char[]) b);
    }
    if (a instanceof int[] && b instanceof int[]) {
      return equals((int[]) a, (int[]) b);
    }
    if (a instanceof long[] && b instanceof long[]) {
      return equals((long[]) a, (long[]) b);
    }
    if (a instanceof float[] && b instanceof float[]) {
      return equals((float[]) a, (float[]) b);
    }
    if (a instanceof double[] && b instanceof double[]) {
      return equals((double[]) a, (double[]) b);
    }
    return Objects.equals(a, b);
  }

  public static void fill(Object[] a, Object value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  @SuppressWarnings("unchecked")
  public static <T> T[] copyOf(T[] a, int length) {
    return copyOfRange(a, 0, length);
  }

  @SuppressWarnings("unchecked")
  public static <T> T[] copyOfRange(T[] a, int from, int to) {
    order(from, to);
    T[] copy = (T[]) Reflection.arrayLike(a, to - from);
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  @SuppressWarnings("unchecked")
  public static <T, U> T[] copyOf(U[] a, int length, Class<? extends T[]> type) {
    Object[] copy = new Object[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return (T[]) copy;
  }

  public static void setAll(int[] a, IntUnaryOperator maker) {
    for (int i = 0; i < a.length; i++) {
      a[i] = maker.applyAsInt(i);
    }
  }

  public static <T> void setAll(T[] a, IntFunction<? extends T> maker) {
    for (int i = 0; i < a.length; i++) {
      a[i] = maker.apply(i);
    }
  }

  public static void sort(Object[] a) {
    sort(a, 0, a.length, null);
  }

  public static <T> void sort(T[] a, Comparator<? super T> order) {
    sort(a, 0, a.length, order);
  }

  /** Merges sorted runs of growing length; stable. */
  @SuppressWarnings("unchecked")
  public static <T> void sort(T[] a, int from, int to, Comparator<? super T> order) {
    range(a.length, from, to);
    Comparator<Object> by =
        order == null
            ? (x, y) -> ((Comparable<Object>) x).compareTo(y)
            : (Comparator<Object>) order;
    int length = to - from;
    Object[] source = new Object[length];
    System.arraycopy(a, from, source, 0, length);
    Object[] target = new Object[length];
    for (int run = 1; run < length; run *= 2) {
      for (int start = 0; start < length; start += 2 * run) {
        merge(
            source,
            target,
            start,
            Math.min(start + run, length),
            Math.min(start + 2 * run, length),
            by);
      }
      Object[] swap = source;
      source = target;
      target = swap;
    }
    System.arraycopy(source, 0, a, from, length);
  }

  private static void merge(
      Object[] source, Object[] target, int start, int middle, int end, Comparator<Object> by) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft =
          left < middle && (right >= end || by.compare(source[left], source[right]) <= 0);
      target[i] = takeLeft ? source[left++] : source[right++];
    }
  }

  private static final class OverArray<T> extends AbstractList<T> implements RandomAccess {
    private final T[] values;

    OverArray(T[] values) {
      this.values = values;
    }

    public int size() {
      return values.length;
    }

    public T get(int index) {
      return values[index];
    }

    public T set(int index, T value) {
      T old = values[index];
      values[index] = value;
      return old;
    }
  }

  public static String toString(boolean[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(boolean[] a, boolean value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(boolean[] a, int from, int to, boolean value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static boolean[] copyOf(boolean[] a, int length) {
    boolean[] copy = new boolean[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static boolean[] copyOfRange(boolean[] a, int from, int to) {
    order(from, to);
    boolean[] copy = new boolean[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(boolean[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (boolean each : a) {
      hash = 31 * hash + Boolean.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(boolean[] a, boolean[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Boolean.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static String toString(byte[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(byte[] a, byte value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(byte[] a, int from, int to, byte value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static byte[] copyOf(byte[] a, int length) {
    byte[] copy = new byte[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static byte[] copyOfRange(byte[] a, int from, int to) {
    order(from, to);
    byte[] copy = new byte[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(byte[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (byte each : a) {
      hash = 31 * hash + Byte.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(byte[] a, byte[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Byte.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static void sort(byte[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(byte[] a, int from, int to) {
    range(a.length, from, to);
    for (int root = from + (to - from) / 2 - 1; root >= from; root--) {
      sink(a, from, root, to);
    }
    for (int end = to - 1; end > from; end--) {
      byte last = a[end];
      a[end] = a[from];
      a[from] = last;
      sink(a, from, from, end);
    }
  }

  private static void sink(byte[] a, int from, int start, int end) {
    int root = start;
    byte value = a[root];
    while (2 * (root - from) + 1 < end - from) {
      int child = from + 2 * (root - from) + 1;
      if (child + 1 < end && Byte.compare(a[child], a[child + 1]) < 0) {
        child++;
      }
      if (Byte.compare(value, a[child]) >= 0) {
        break;
      }
      a[root] = a[child];
      root = child;
    }
    a[root] = value;
  }

  public static int binarySearch(byte[] a, byte key) {
    int low = 0;
    int high = a.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = Byte.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  public static String toString(short[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(short[] a, short value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(short[] a, int from, int to, short value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static short[] copyOf(short[] a, int length) {
    short[] copy = new short[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static short[] copyOfRange(short[] a, int from, int to) {
    order(from, to);
    short[] copy = new short[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(short[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (short each : a) {
      hash = 31 * hash + Short.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(short[] a, short[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Short.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static void sort(short[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(short[] a, int from, int to) {
    range(a.length, from, to);
    for (int root = from + (to - from) / 2 - 1; root >= from; root--) {
      sink(a, from, root, to);
    }
    for (int end = to - 1; end > from; end--) {
      short last = a[end];
      a[end] = a[from];
      a[from] = last;
      sink(a, from, from, end);
    }
  }

  private static void sink(short[] a, int from, int start, int end) {
    int root = start;
    short value = a[root];
    while (2 * (root - from) + 1 < end - from) {
      int child = from + 2 * (root - from) + 1;
      if (child + 1 < end && Short.compare(a[child], a[child + 1]) < 0) {
        child++;
      }
      if (Short.compare(value, a[child]) >= 0) {
        break;
      }
      a[root] = a[child];
      root = child;
    }
    a[root] = value;
  }

  public static int binarySearch(short[] a, short key) {
    int low = 0;
    int high = a.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = Short.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  public static String toString(char[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(char[] a, char value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(char[] a, int from, int to, char value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static char[] copyOf(char[] a, int length) {
    char[] copy = new char[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static char[] copyOfRange(char[] a, int from, int to) {
    order(from, to);
    char[] copy = new char[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(char[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (char each : a) {
      hash = 31 * hash + Character.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(char[] a, char[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Character.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static void sort(char[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(char[] a, int from, int to) {
    range(a.length, from, to);
    for (int root = from + (to - from) / 2 - 1; root >= from; root--) {
      sink(a, from, root, to);
    }
    for (int end = to - 1; end > from; end--) {
      char last = a[end];
      a[end] = a[from];
      a[from] = last;
      sink(a, from, from, end);
    }
  }

  private static void sink(char[] a, int from, int start, int end) {
    int root = start;
    char value = a[root];
    while (2 * (root - from) + 1 < end - from) {
      int child = from + 2 * (root - from) + 1;
      if (child + 1 < end && Character.compare(a[child], a[child + 1]) < 0) {
        child++;
      }
      if (Character.compare(value, a[child]) >= 0) {
        break;
      }
      a[root] = a[child];
      root = child;
    }
    a[root] = value;
  }

  public static int binarySearch(char[] a, char key) {
    int low = 0;
    int high = a.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = Character.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  public static String toString(int[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(int[] a, int value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(int[] a, int from, int to, int value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static int[] copyOf(int[] a, int length) {
    int[] copy = new int[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static int[] copyOfRange(int[] a, int from, int to) {
    order(from, to);
    int[] copy = new int[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(int[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (int each : a) {
      hash = 31 * hash + Integer.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(int[] a, int[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Integer.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static void sort(int[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(int[] a, int from, int to) {
    range(a.length, from, to);
    for (int root = from + (to - from) / 2 - 1; root >= from; root--) {
      sink(a, from, root, to);
    }
    for (int end = to - 1; end > from; end--) {
      int last = a[end];
      a[end] = a[from];
      a[from] = last;
      sink(a, from, from, end);
    }
  }

  private static void sink(int[] a, int from, int start, int end) {
    int root = start;
    int value = a[root];
    while (2 * (root - from) + 1 < end - from) {
      int child = from + 2 * (root - from) + 1;
      if (child + 1 < end && Integer.compare(a[child], a[child + 1]) < 0) {
        child++;
      }
      if (Integer.compare(value, a[child]) >= 0) {
        break;
      }
      a[root] = a[child];
      root = child;
    }
    a[root] = value;
  }

  public static int binarySearch(int[] a, int key) {
    int low = 0;
    int high = a.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = Integer.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  public static String toString(long[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(long[] a, long value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(long[] a, int from, int to, long value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static long[] copyOf(long[] a, int length) {
    long[] copy = new long[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static long[] copyOfRange(long[] a, int from, int to) {
    order(from, to);
    long[] copy = new long[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(long[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (long each : a) {
      hash = 31 * hash + Long.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(long[] a, long[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Long.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static void sort(long[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(long[] a, int from, int to) {
    range(a.length, from, to);
    for (int root = from + (to - from) / 2 - 1; root >= from; root--) {
      sink(a, from, root, to);
    }
    for (int end = to - 1; end > from; end--) {
      long last = a[end];
      a[end] = a[from];
      a[from] = last;
      sink(a, from, from, end);
    }
  }

  private static void sink(long[] a, int from, int start, int end) {
    int root = start;
    long value = a[root];
    while (2 * (root - from) + 1 < end - from) {
      int child = from + 2 * (root - from) + 1;
      if (child + 1 < end && Long.compare(a[child], a[child + 1]) < 0) {
        child++;
      }
      if (Long.compare(value, a[child]) >= 0) {
        break;
      }
      a[root] = a[child];
      root = child;
    }
    a[root] = value;
  }

  public static int binarySearch(long[] a, long key) {
    int low = 0;
    int high = a.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = Long.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  public static String toString(float[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(float[] a, float value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(float[] a, int from, int to, float value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static float[] copyOf(float[] a, int length) {
    float[] copy = new float[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static float[] copyOfRange(float[] a, int from, int to) {
    order(from, to);
    float[] copy = new float[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(float[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (float each : a) {
      hash = 31 * hash + Float.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(float[] a, float[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Float.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static void sort(float[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(float[] a, int from, int to) {
    range(a.length, from, to);
    for (int root = from + (to - from) / 2 - 1; root >= from; root--) {
      sink(a, from, root, to);
    }
    for (int end = to - 1; end > from; end--) {
      float last = a[end];
      a[end] = a[from];
      a[from] = last;
      sink(a, from, from, end);
    }
  }

  private static void sink(float[] a, int from, int start, int end) {
    int root = start;
    float value = a[root];
    while (2 * (root - from) + 1 < end - from) {
      int child = from + 2 * (root - from) + 1;
      if (child + 1 < end && Float.compare(a[child], a[child + 1]) < 0) {
        child++;
      }
      if (Float.compare(value, a[child]) >= 0) {
        break;
      }
      a[root] = a[child];
      root = child;
    }
    a[root] = value;
  }

  public static int binarySearch(float[] a, float key) {
    int low = 0;
    int high = a.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = Float.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }

  public static String toString(double[] a) {
    if (a == null) {
      return "null";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < a.length; i++) {
      text.append(i == 0 ? "" : ", ").append(a[i]);
    }
    return text.append("]").toString();
  }

  public static void fill(double[] a, double value) {
    for (int i = 0; i < a.length; i++) {
      a[i] = value;
    }
  }

  public static void fill(double[] a, int from, int to, double value) {
    range(a.length, from, to);
    for (int i = from; i < to; i++) {
      a[i] = value;
    }
  }

  public static double[] copyOf(double[] a, int length) {
    double[] copy = new double[length];
    System.arraycopy(a, 0, copy, 0, Math.min(a.length, length));
    return copy;
  }

  public static double[] copyOfRange(double[] a, int from, int to) {
    order(from, to);
    double[] copy = new double[to - from];
    System.arraycopy(a, from, copy, 0, Math.min(a.length - from, to - from));
    return copy;
  }

  public static int hashCode(double[] a) {
    if (a == null) {
      return 0;
    }
    int hash = 1;
    for (double each : a) {
      hash = 31 * hash + Double.hashCode(each);
    }
    return hash;
  }

  public static boolean equals(double[] a, double[] b) {
    if (a == b) {
      return true;
    }
    if (a == null || b == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Double.compare(a[i], b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  public static void sort(double[] a) {
    sort(a, 0, a.length);
  }

  public static void sort(double[] a, int from, int to) {
    range(a.length, from, to);
    for (int root = from + (to - from) / 2 - 1; root >= from; root--) {
      sink(a, from, root, to);
    }
    for (int end = to - 1; end > from; end--) {
      double last = a[end];
      a[end] = a[from];
      a[from] = last;
      sink(a, from, from, end);
    }
  }

  private static void sink(double[] a, int from, int start, int end) {
    int root = start;
    double value = a[root];
    while (2 * (root - from) + 1 < end - from) {
      int child = from + 2 * (root - from) + 1;
      if (child + 1 < end && Double.compare(a[child], a[child + 1]) < 0) {
        child++;
      }
      if (Double.compare(value, a[child]) >= 0) {
        break;
      }
      a[root] = a[child];
      root = child;
    }
    a[root] = value;
  }

  public static int binarySearch(double[] a, double key) {
    int low = 0;
    int high = a.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = Double.compare(a[middle], key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }
}
