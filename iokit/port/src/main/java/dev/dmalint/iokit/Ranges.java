package dev.dmalint.iokit;

import java.util.Arrays;

/** The ranges of a descriptor as one run of bytes, and the pages they lie in. */
final class Ranges {
  private final long[] starts;
  private final long[] lengths;
  private final long length;

  private Ranges(long[] starts, long[] lengths, long length) {
    this.starts = starts;
    this.lengths = lengths;
    this.length = length;
  }

  /** The first {@code count} ranges of an array, or null if one of them overflows. */
  static Ranges of(IOAddressRange[] ranges, int count) {
    if (ranges == null || count <= 0 || count > ranges.length) {
      return null;
    }
    long[] starts = new long[count];
    long[] lengths = new long[count];
    long total = 0;
    for (int i = 0; i < count; i++) {
      IOAddressRange range = ranges[i];
      if (range == null
          || range.length < 0
          || Long.compareUnsigned(range.address + range.length, range.address) < 0
          || total + range.length < 0) {
        return null;
      }
      starts[i] = range.address;
      lengths[i] = range.length;
      total += range.length;
    }
    return new Ranges(starts, lengths, total);
  }

  long length() {
    return length;
  }

  int count() {
    return starts.length;
  }

  long start(int range) {
    return starts[range];
  }

  long length(int range) {
    return lengths[range];
  }

  /** The index of the range an offset lies in; the offset is inside. */
  int rangeAt(long offset) {
    long rest = offset;
    int i = 0;
    while (rest >= lengths[i]) {
      rest -= lengths[i++];
    }
    return i;
  }

  /** Where the byte at an offset is. */
  long addressAt(long offset) {
    int range = rangeAt(offset);
    return starts[range] + (offset - before(range));
  }

  /** Bytes left in its range from an offset on. */
  long leftAt(long offset) {
    int range = rangeAt(offset);
    return before(range) + lengths[range] - offset;
  }

  private long before(int range) {
    return Arrays.stream(lengths, 0, range).sum();
  }

  /** The pages of all ranges, one after the other. */
  long pages(int pageShift) {
    long pages = 0;
    for (int i = 0; i < starts.length; i++) {
      pages += pages(i, pageShift);
    }
    return pages;
  }

  /** The pages a range lies in. */
  long pages(int range, int pageShift) {
    if (lengths[range] == 0) {
      return 0;
    }
    long first = starts[range] >>> pageShift;
    return ((starts[range] + lengths[range] - 1) >>> pageShift) - first + 1;
  }
}
