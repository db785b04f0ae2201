package dev.dmalint.machine.device;

import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.bus.DmaPort;

/** The bus of a device that is not attached: whoever uses it has made a mistake. */
public final class NoBus implements DeviceBus {
  /** The only one. */
  public static final DeviceBus NONE = new NoBus();

  private NoBus() {}

  @Override
  public DmaPort dma() {
    throw new IllegalStateException("the device is in no slot");
  }

  @Override
  public DmaPort physical() {
    throw new IllegalStateException("the device is in no slot");
  }

  @Override
  public void interrupt(int source) {
    throw new IllegalStateException("the device is in no slot");
  }

  @Override
  public void note(String what) {
    throw new IllegalStateException("the device is in no slot");
  }
}
