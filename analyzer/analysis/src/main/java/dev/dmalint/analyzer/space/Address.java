package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.heap.Atom;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.SourceSpan;
import java.util.Objects;

/** An address on its way. Two are equal if their tags are; the shorter way is preferred. */
public final class Address implements Atom {
  private final Tag tag;
  private final Trail trail;

  /** An address of that tag that came that way. */
  public Address(Tag tag, Trail trail) {
    this.tag = requireNonNull(tag);
    this.trail = requireNonNull(trail);
  }

  /** {@return what it is} */
  public Tag tag() {
    return tag;
  }

  /** {@return how it came here} */
  public Trail trail() {
    return trail;
  }

  /** {@return the same address after a step} */
  public Address after(SourceSpan at, PathStep.Kind kind, String message) {
    return new Address(tag, trail.then(new Trail.Step(at, kind, message, Labels.unit(tag))));
  }

  /** {@return another tag, reached by a step} */
  public Address become(Tag changed, SourceSpan at, String message) {
    return new Address(
        changed,
        trail.then(new Trail.Step(at, PathStep.Kind.CHANGE, message, Labels.unit(changed))));
  }

  @Override
  public Atom preferred(Atom equal) {
    return equal instanceof Address other && other.trail.length() < trail.length() ? other : this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address address && tag.equals(address.tag);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tag);
  }

  @Override
  public String toString() {
    return "Address" + tag;
  }
}
