package dev.dmalint.machine;

import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.bus.DmaPort;
import java.util.Optional;

/** A device without registers that uses the addresses it is given. */
public final class Endpoint {
  private static final class Nub extends IOService {}

  private final Machine machine;
  private final Optional<DomainMapper> own;
  private final DmaPort port;
  private final IOService nub = new Nub();

  Endpoint(Machine machine, String device, Optional<DomainMapper> own) {
    this.machine = machine;
    this.own = own;
    this.port = machine.master(device, this::mapper, () -> true);
    own.ifPresent(mapper -> nub.setProperty("iommu-parent", mapper));
  }

  /** {@return its nub, whose property names its mapper} */
  public IOService nub() {
    return nub;
  }

  /** {@return how it reaches memory} */
  public DmaPort port() {
    return port;
  }

  /** A device mapper on Intel takes over with its first mapping, a DART always has. */
  private Optional<DomainMapper> mapper() {
    boolean taken = own.isPresent() && (own.get().isActive() || machine.facts().arm());
    return taken ? own : machine.systemMapper();
  }
}
