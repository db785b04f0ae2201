package dev.dmalint.machine.iommu;

/**
 * An access of a device that a mapper refused.
 *
 * @param device who asked: bus, device, function as {@code 01:00.0}
 * @param reason VT-d's code: 5 no right to write, 6 no right to read
 * @param write whether it wrote
 * @param address what it asked for, in its own space
 */
public record Fault(String device, int reason, boolean write, long address) {
  /** VT-d: the entry gives no right to write, or is absent. */
  public static final int NO_WRITE = 5;

  /** VT-d: the entry gives no right to read, or is absent. */
  public static final int NO_READ = 6;

  @Override
  public String toString() {
    return "fault: device %s reason 0x%02x %s:0x%x"
        .formatted(device, reason, write ? "W" : "R", address);
  }
}
