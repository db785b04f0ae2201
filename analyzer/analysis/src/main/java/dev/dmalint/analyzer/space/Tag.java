package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.findings.SourceSpan;
import java.util.Optional;

/**
 * All that can differ from one address to another, and from one world to another.
 *
 * <p>A value {@code v} with this tag is {@code (address >> shift)} with only the address bits from
 * {@code low} up to, not including, {@code high} kept; a negative {@code shift} means it was
 * shifted left.
 *
 * @param space id of the space it counts in
 * @param mapper whose mapping it is of
 * @param origin how it came about: the word that the model gave
 * @param source where it was made
 * @param what how a path says what was made
 * @param owner the object whose memory it names; empty where there is none
 * @param shift how many low bits were shifted out
 * @param low first address bit that is kept
 * @param high the address bit after the last that is kept
 * @param bits how many low bits the address may need in its worlds
 */
public record Tag(
    String space,
    MapperIdentity mapper,
    String origin,
    SourceSpan source,
    String what,
    Optional<Region> owner,
    int shift,
    int low,
    int high,
    int bits) {
  /** Address bits below this one tell only a place inside a page. */
  private static final int PAGE_BITS = 12;

  public Tag {
    requireNonNull(space);
    requireNonNull(mapper);
    requireNonNull(origin);
    requireNonNull(source);
    requireNonNull(what);
    requireNonNull(owner);
  }

  /** {@return this tag with other kept bits; empty if what is left is no address any more} */
  public Optional<Tag> kept(int newShift, int newLow, int newHigh) {
    if (newHigh <= newLow || newHigh <= PAGE_BITS || newShift < -64 || newShift > 63) {
      return Optional.empty();
    }
    return Optional.of(
        new Tag(space, mapper, origin, source, what, owner, newShift, newLow, newHigh, bits));
  }

  /** {@return whether this names the high half of an address} */
  public boolean isHighPart() {
    return low >= 32;
  }

  /** {@return whether high bits that the address may need are gone} */
  public boolean isCut() {
    return high < bits;
  }

  /** {@return whether both are parts of one address, made at one place} */
  public boolean sameAddress(Tag other) {
    return space.equals(other.space)
        && mapper.equals(other.mapper)
        && source.equals(other.source)
        && owner.equals(other.owner);
  }
}
