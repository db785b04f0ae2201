package dev.dmalint.samples.virtionet.repaired;

import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.Personality;

/**
 * A virtio network device behind the legacy interface: all of it in one window of I/O ports, queues
 * handed over by page number.
 */
@Personality(name = "Virtio network", providerClass = "IOPCIDevice", pciMatch = "0x10001af4")
public final class VirtioNic extends IOService {
  private static final int DEVICE_FEATURES = 0x00;
  private static final int DRIVER_FEATURES = 0x04;
  private static final int DEVICE_STATUS = 0x12;
  private static final int ISR = 0x13;
  private static final int FEATURE_MAC = 1 << 5;
  private static final int PACKETS = 32;

  private IOPCIDevice pci;
  private IOMemoryMap ports;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private LegacyQueue receive;
  private PacketPool packets;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    pci = (IOPCIDevice) provider;
    if (!pci.open(this)) {
      return false;
    }
    pci.setIOEnable(true);
    pci.setBusLeadEnable(true);
    ports = pci.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    if (ports == null) {
      stop(provider);
      return false;
    }
    pci.ioWrite8(DEVICE_STATUS, 0, ports);
    pci.ioWrite8(DEVICE_STATUS, 3, ports);
    pci.ioWrite32(DRIVER_FEATURES, pci.ioRead32(DEVICE_FEATURES, ports) & FEATURE_MAC, ports);
    receive = LegacyQueue.select(pci, ports, 0);
    packets = PacketPool.of(PACKETS);
    if (receive == null || packets == null || !attachInterrupts()) {
      stop(provider);
      return false;
    }
    packets.eachPiece(receive::offer);
    pci.ioWrite8(DEVICE_STATUS, 7, ports);
    receive.kick();
    registerService();
    return true;
  }

  private boolean attachInterrupts() {
    workLoop = IOWorkLoop.workLoop();
    interrupts =
        IOInterruptEventSource.interruptEventSource(
            this,
            (owner, source, count) -> {
              if (pci.ioRead8(ISR, ports) != 0) {
                receive.recycle();
              }
            },
            pci,
            0);
    if (workLoop == null || interrupts == null) {
      return false;
    }
    workLoop.addEventSource(interrupts);
    interrupts.enable();
    return true;
  }

  @Override
  public void stop(IOService provider) {
    if (ports != null) {
      pci.ioWrite8(DEVICE_STATUS, 0, ports);
    }
    if (interrupts != null) {
      interrupts.disable();
      workLoop.removeEventSource(interrupts);
      interrupts.release();
      interrupts = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    if (receive != null) {
      receive.release();
      receive = null;
    }
    if (packets != null) {
      packets.release();
      packets = null;
    }
    if (ports != null) {
      ports.release();
      ports = null;
    }
    pci.setBusLeadEnable(false);
    pci.close(this);
    super.stop(provider);
  }
}
