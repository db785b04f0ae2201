package dev.dmalint.machine;

import dev.dmalint.iokit.Kernel;
import dev.dmalint.iokit.Task;
import dev.dmalint.models.Place;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Optional;

/** Asks which domain translates a number to a byte of memory. */
final class RowSpaces {
  private final Bench bench;
  private final Object own;

  /**
   * The judge of a run.
   *
   * @param own the mapper in front of the device of the run; anything else if it has none
   */
  RowSpaces(Bench bench, Object own) {
    this.bench = bench;
    this.own = own;
  }

  /** Whether a number, read as a row says, is the address of a byte; page numbers, of its page. */
  boolean leads(RowAddress said, long number, long physical) {
    long unit = 1L << said.shift();
    long address = number << said.shift();
    long wanted = physical & -unit;
    return switch (said.space()) {
      case "unknown" -> true;
      case "cpa" -> address == wanted;
      case "va" -> Kernel.current().translate(Task.kernel_task, address) == wanted;
      default -> mapper(said).map(found -> leads(found, address, wanted)).orElse(false);
    };
  }

  private Optional<DomainMapper> mapper(RowAddress said) {
    if (said.mapper() instanceof RowThing thing) {
      Object real = thing.real().orElse(own);
      if (real instanceof DomainMapper mapper) {
        return Optional.of(mapper);
      }
    }
    return bench.machine().systemMapper();
  }

  private static boolean leads(DomainMapper mapper, long address, long wanted) {
    long mask = (1L << mapper.domain().pageShift()) - 1;
    return mapper
        .domain()
        .at(address)
        .map(entry -> entry.physical() + (address & mask) == wanted)
        .orElse(false);
  }

  /** What a number is, for a message. */
  String name(long number, long physical) {
    return bench.space(number, physical);
  }

  static Object inside(Object real, Place.Step step) {
    if (real == null) {
      return null;
    }
    if (step instanceof Place.Step.Attribute attribute) {
      return field(real, attribute.name());
    }
    int index = step instanceof Place.Step.Element element ? element.index() : 0;
    return real.getClass().isArray() ? Array.get(real, index) : null;
  }

  private static Object field(Object real, String name) {
    try {
      Field field = real.getClass().getField(name);
      return field.get(real);
    } catch (ReflectiveOperationException e) {
      return null; // An attribute of the model only.
    }
  }

  /** The number as an unsigned one in the host's order. */
  static long plain(Number number, RowAddress said) {
    if (number instanceof Integer small) {
      return Integer.toUnsignedLong(said.swapped() ? Integer.reverseBytes(small) : small);
    }
    return said.swapped() ? Long.reverseBytes(number.longValue()) : number.longValue();
  }
}
