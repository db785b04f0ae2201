package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.Device;
import java.util.Optional;

/** Which devices of the model files have a machine of their own, instead of one that only asks. */
public final class HandWritten {
  private static final int STANDARD_DISPLAY = 0x1111_1234;

  private HandWritten() {}

  /**
   * The device that the machine knows.
   *
   * @param model its id in the model files
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any that fits
   * @return empty where only its registers are known
   */
  public static Optional<Device> of(String model, int id) {
    return switch (model) {
      case "xhci" -> Optional.of(new XhciController(id));
      case "thunderbolt-nhi" -> Optional.of(new ThunderboltInterface(id));
      case "intel-graphics" -> Optional.of(new IntelGraphics(id));
      case "transfer-engine", "transfer-engine-32" -> Optional.of(new ScatterGatherEngine(id));
      default -> id == STANDARD_DISPLAY ? Optional.of(new ApertureDisplay(id)) : Optional.empty();
    };
  }
}
