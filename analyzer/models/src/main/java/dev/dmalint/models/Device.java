package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A device that drivers drive.
 *
 * @param id such as {@code ahci}
 * @param name such as {@code NVMe controller}
 * @param matches how it is recognised; any one is enough
 * @param consumer id of the consumer kind of any address that reaches it and stands nowhere below
 * @param registers the registers that take addresses, and those that do something else
 * @param layouts the layouts of memory it reads
 */
public record Device(
    String id,
    String name,
    List<Match> matches,
    String consumer,
    List<Register> registers,
    List<Layout> layouts) {
  public Device {
    requireNonNull(id);
    requireNonNull(name);
    matches = List.copyOf(matches);
    requireNonNull(consumer);
    registers = List.copyOf(registers);
    layouts = List.copyOf(layouts);
  }

  /** How a device is recognised. */
  public sealed interface Match {
    /**
     * By vendor and device number.
     *
     * @param id device number in the high, vendor number in the low 16 bits, as {@code IOPCIMatch}
     *     writes them
     * @param mask bits of {@code id} that count
     */
    record PciId(int id, int mask) implements Match {}

    /**
     * By class code.
     *
     * @param code class code in the high 24 bits, as {@code IOPCIClassMatch} writes it
     * @param mask bits of {@code code} that count
     */
    record PciClass(int code, int mask) implements Match {}

    /**
     * By several at once: the vendor and the class, say.
     *
     * @param matches all of which must hold
     */
    record All(List<Match> matches) implements Match {
      public All {
        matches = List.copyOf(matches);
      }
    }

    /**
     * By the type of the provider, as a class name without package.
     *
     * @param name the provider class
     */
    record Provider(String name) implements Match {
      public Provider {
        requireNonNull(name);
      }
    }
  }

  /**
   * A register.
   *
   * @param window as {@link Action.AccessRegister} says; {@code *} for any
   * @param offset bytes from the window's start
   * @param count how many of its kind follow
   * @param stride bytes from one to the next
   * @param role what it does
   * @param consumer id of the consumer kind; empty: the device's
   * @param field how it takes the address
   * @param part which part of the field it takes
   * @param reads what is read from it, as the text of an {@link Expression} over the world; empty
   *     where nothing is known
   */
  public record Register(
      String window,
      long offset,
      int count,
      long stride,
      Role role,
      String consumer,
      DemandedField field,
      Part part,
      String reads) {
    public Register {
      requireNonNull(window);
      requireNonNull(role);
      requireNonNull(consumer);
      requireNonNull(field);
      requireNonNull(part);
      requireNonNull(reads);
    }
  }

  /** What a register does. */
  public enum Role {
    /** It takes an address. */
    ADDRESS,
    /** It takes a length or a count. */
    EXTENT,
    /** It takes no address: a value that looks like one is none of its business. */
    OTHER
  }

  /** Which part of a field a register takes. */
  public enum Part {
    WHOLE,
    LOW,
    HIGH
  }

  /**
   * A layout of memory that a device reads.
   *
   * @param id such as {@code nvme-submission-entry}
   * @param stride bytes from one entry to the next; 0 for a single one
   * @param consumer id of the consumer kind of the addresses in it; empty: the device's
   * @param fields the fields that hold addresses
   * @param fallback what any other stored address demands
   */
  public record Layout(
      String id, long stride, String consumer, List<LayoutField> fields, DemandedField fallback) {
    public Layout {
      requireNonNull(id);
      requireNonNull(consumer);
      fields = List.copyOf(fields);
      requireNonNull(fallback);
    }
  }

  /**
   * A field of a layout.
   *
   * @param offset bytes from the start of the entry
   * @param part which part of the address it holds
   * @param field how it takes the address
   */
  public record LayoutField(long offset, Part part, DemandedField field) {
    public LayoutField {
      requireNonNull(part);
      requireNonNull(field);
    }
  }
}
