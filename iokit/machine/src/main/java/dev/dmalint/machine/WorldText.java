package dev.dmalint.machine;

import dev.dmalint.machine.iommu.Range;
import dev.dmalint.models.World;
import java.util.ArrayList;
import java.util.List;

/** The attributes of a world, read with messages that say where a wrong one is written. */
final class WorldText {
  private final World world;

  WorldText(World world) {
    this.world = world;
  }

  /** Whether the world has the attribute, with whatever value. */
  boolean says(String attribute) {
    return world.attributes().containsKey(attribute);
  }

  /** One of some words. */
  String oneOf(String attribute, List<String> words) {
    String value = world.attribute(attribute);
    if (!words.contains(value)) {
      throw wrong(attribute, "is \"%s\", not one of %s".formatted(value, words));
    }
    return value;
  }

  /** One of some words, or empty where the world does not say. */
  String oneOfOrNothing(String attribute, List<String> words) {
    return world.attribute(attribute).isEmpty() ? "" : oneOf(attribute, words);
  }

  /** A number from 1 to 64, or 64 where the world does not say. */
  int bits(String attribute) {
    String value = world.attribute(attribute);
    if (value.isEmpty()) {
      return Long.SIZE;
    }
    if (!value.matches("[1-9]|[1-5][0-9]|6[0-4]")) {
      throw wrong(attribute, "is \"%s\"; write a number from 1 to 64".formatted(value));
    }
    return Integer.parseInt(value);
  }

  /** Ranges as {@code 0x0-0xbfffffff, 0x100000000-0x1ffffffff}: first and last byte. */
  List<Range> ranges(String attribute) {
    List<Range> ranges = new ArrayList<>();
    for (String part : world.attribute(attribute).split(",", -1)) {
      if (!part.isBlank()) {
        ranges.add(range(attribute, part.strip()));
      }
    }
    return ranges;
  }

  private Range range(String attribute, String text) {
    if (!text.matches("0x[0-9a-fA-F]{1,16}-0x[0-9a-fA-F]{1,16}")) {
      throw wrong(
          attribute,
          "has \"%s\"; write the first and the last byte, as 0x0-0xbfffffff".formatted(text));
    }
    int minus = text.indexOf('-');
    long first = Long.parseUnsignedLong(text.substring(2, minus), 16);
    long last = Long.parseUnsignedLong(text.substring(minus + 3), 16);
    if (Long.compareUnsigned(last, first) < 0) {
      throw wrong(attribute, "has \"%s\", which ends before it starts".formatted(text));
    }
    return new Range(first, last);
  }

  /** What is thrown for an attribute that makes no machine. */
  IllegalArgumentException wrong(String attribute, String what) {
    String where =
        world.written().containsKey(attribute) ? world.written().get(attribute) + ": " : "";
    return new IllegalArgumentException(
        "%sworld %s: attribute %s %s".formatted(where, world.id(), attribute, what));
  }
}
