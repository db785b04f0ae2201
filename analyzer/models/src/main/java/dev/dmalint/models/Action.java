package dev.dmalint.models;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One thing that a call does. */
public sealed interface Action {
  /**
   * Makes an object.
   *
   * @param to where the reference goes
   * @param type binary name of its class
   * @param attributes what it remembers, by name
   * @param fails the worlds in which there is no object but null; nothing, for never
   * @param failure for what {@link #fails} means, in words: {@code kBypassed is refused where a
   *     mapper is present}
   * @param mistake number of the mistake that using or refusing such a null is; empty for none
   */
  record Make(
      Place to,
      String type,
      SortedMap<String, Expression> attributes,
      Optional<Expression> fails,
      String failure,
      String mistake)
      implements Action {
    public Make {
      requireNonNull(to);
      requireNonNull(type);
      attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
      requireNonNull(fails);
      requireNonNull(failure);
      requireNonNull(mistake);
    }
  }

  /**
   * Makes an address: a source.
   *
   * @param to where it goes
   * @param owner the object whose memory it names; nothing where there is none
   * @param cases first that holds decides, in each world
   */
  record MakeAddress(Place to, Optional<Place> owner, List<Case> cases) implements Action {
    public MakeAddress {
      requireNonNull(to);
      requireNonNull(owner);
      cases = List.copyOf(cases);
    }
  }

  /**
   * What address a source makes under a condition.
   *
   * @param when the condition
   * @param space id of the space it counts in
   * @param mapper {@code none}, {@code system}, or a place that holds a mapper object
   * @param origin a word for how it came about, which classifications name: {@code bypass}
   * @param bits how many low bits the address may use; nothing said: 64
   * @param what how a path says it: {@code CPU-physical, because kIOMemoryMapperNone is given}
   */
  record Case(
      Expression when, String space, String mapper, String origin, Expression bits, String what) {
    public Case {
      requireNonNull(when);
      requireNonNull(space);
      requireNonNull(mapper);
      requireNonNull(origin);
      requireNonNull(bits);
      requireNonNull(what);
    }
  }

  /**
   * Makes a pointer of the CPU to the start of an object's memory.
   *
   * @param to where it goes
   * @param region the object
   * @param offset bytes from the start
   */
  record MakePointer(Place to, Place region, Expression offset) implements Action {
    public MakePointer {
      requireNonNull(to);
      requireNonNull(region);
      requireNonNull(offset);
    }
  }

  /**
   * Moves a value: a transfer, a setter, a result.
   *
   * @param to where it goes
   * @param value what
   * @param change what this does to an address, for the path: {@code bytes swapped}; empty where it
   *     is not worth a step
   */
  record Assign(Place to, Expression value, String change) implements Action {
    public Assign {
      requireNonNull(to);
      requireNonNull(value);
      requireNonNull(change);
    }
  }

  /**
   * Calls a function that was passed in.
   *
   * @param function where the functional object is
   * @param arguments what it is called with
   * @param result where its result goes
   * @param time now, or any time later while the driver runs
   */
  record Invoke(Place function, List<Expression> arguments, Optional<Place> result, Time time)
      implements Action {
    public Invoke {
      requireNonNull(function);
      arguments = List.copyOf(arguments);
      requireNonNull(result);
      requireNonNull(time);
    }
  }

  /** When a passed function is called. */
  enum Time {
    NOW,
    LATER
  }

  /**
   * A value is taken by a consumer: a sink.
   *
   * @param value the value
   * @param when in which worlds and for which arguments
   * @param consumer id of the consumer kind
   * @param device the object whose mapper counts as own; nothing where no device is meant
   * @param field how it takes the value
   */
  record Demanding(
      Expression value,
      Expression when,
      String consumer,
      Optional<Place> device,
      DemandedField field)
      implements Action {
    public Demanding {
      requireNonNull(value);
      requireNonNull(when);
      requireNonNull(consumer);
      requireNonNull(device);
      requireNonNull(field);
    }
  }

  /**
   * A register of a device is written or read.
   *
   * @param device the object that is or leads to the device: a nub, or a mapping of its registers
   * @param window which register window: a base address register's index, or {@code io} for ports
   *     of the machine, {@code config} for configuration space
   * @param offset bytes from the window's start
   * @param value written value; nothing for a read
   * @param width bits
   * @param result where a read value goes
   */
  record AccessRegister(
      Place device,
      Expression window,
      Expression offset,
      Optional<Expression> value,
      int width,
      Optional<Place> result)
      implements Action {
    public AccessRegister {
      requireNonNull(device);
      requireNonNull(window);
      requireNonNull(offset);
      requireNonNull(value);
      requireNonNull(result);
    }
  }

  /**
   * Memory is written or read through a pointer of the CPU; a pointer into a mapping of registers
   * makes it a register access.
   *
   * @param base the pointer
   * @param offset bytes from there
   * @param value written value; nothing for a read
   * @param width bits
   * @param result where a read value goes
   * @param order in which order the bytes of the value stand in memory
   */
  record AccessMemory(
      Expression base,
      Expression offset,
      Optional<Expression> value,
      int width,
      Optional<Place> result,
      Order order)
      implements Action {
    public AccessMemory {
      requireNonNull(base);
      requireNonNull(offset);
      requireNonNull(value);
      requireNonNull(result);
      requireNonNull(order);
    }
  }

  /** An order of bytes. */
  enum Order {
    LITTLE,
    BIG
  }
}
