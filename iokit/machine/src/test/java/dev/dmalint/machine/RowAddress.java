package dev.dmalint.machine;

/**
 * What a row claims of a number.
 *
 * @param space id of a space; {@code unknown} for no claim
 * @param mapper whose, a {@link RowThing}; {@code system} or {@code none}
 * @param shift bits that the number was shifted to the right
 * @param swapped whether its bytes are in the other order
 */
record RowAddress(String space, Object mapper, int shift, boolean swapped) {
  RowAddress(String space, Object mapper) {
    this(space, mapper, 0, false);
  }

  RowAddress shifted(int bits) {
    return new RowAddress(space, mapper, shift + bits, swapped);
  }

  RowAddress swappedBytes() {
    return new RowAddress(space, mapper, shift, !swapped);
  }
}
