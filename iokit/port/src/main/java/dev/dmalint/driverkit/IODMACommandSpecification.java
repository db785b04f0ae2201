package dev.dmalint.driverkit;

/**
 * What a device can take.
 *
 * @see "xnu: iokit/DriverKit/IODMACommand.iig"
 */
public final class IODMACommandSpecification {
  /** {@link IODMACommand#kIODMACommandSpecificationNoOptions}; any other is a bad argument. */
  public long options;

  /** Address bits of the device. */
  public long maxAddressBits;

  /** No options and no address bits; fields are set by the caller. */
  public IODMACommandSpecification() {}
}
