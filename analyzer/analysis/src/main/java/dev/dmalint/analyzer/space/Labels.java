package dev.dmalint.analyzer.space;

/** How reports write what an address is. */
final class Labels {
  private Labels() {}

  /** {@return how a shifted or cut address is written around its space: {@code PFN4K(%s)}} */
  static String unit(Tag tag) {
    String inner = "%s";
    if (tag.shift() == 12) {
      inner = "PFN4K(%s)";
    } else if (tag.shift() == 14) {
      inner = "PFN16K(%s)";
    } else if (tag.shift() > 0 && !tag.isHighPart()) {
      inner = "%s >> " + tag.shift();
    }
    if (tag.isHighPart()) {
      return "high half of " + "%s";
    }
    return tag.shift() <= 0 && tag.high() <= 32 ? "low " + tag.high() + " bits of " + inner : inner;
  }
}
