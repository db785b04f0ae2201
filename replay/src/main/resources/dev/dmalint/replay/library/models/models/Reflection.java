package models;

/** What the host says of records, enums and arrays. */
public final class Reflection {
  private Reflection() {}

  /** The components' values, boxed. */
  public static native Object[] values(Record record);

  /** The components' names. */
  public static native String[] names(Record record);

  public static native String binaryName(Class<?> type);

  /** A new array of the same type. */
  public static native Object arrayLike(Object array, int length);
}
